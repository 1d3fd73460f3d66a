using System.Collections.Concurrent;

namespace DetectionKit.Analyzers.Rules.UntestedDetection;

/// <summary>No test refers to a detection.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UntestedDetectionAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK8001", "No test refers to a detection", "No test refers to {0}: nobody would notice if it stopped firing", RuleCategory.Testing, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK8001"), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        var (detections, tested, hasTests) = (new ConcurrentBag<INamedTypeSymbol>(), new ConcurrentDictionary<INamedTypeSymbol, bool>(SymbolEqualityComparer.Default), new ConcurrentBag<bool>());
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (!type.IsAbstract && symbols.IsDetection(type)) detections.Add(type);
                if (type.GetMembers().OfType<IMethodSymbol>().Any(TestMethods.IsTest)) hasTests.Add(true);
            },
            SymbolKind.NamedType);
        context.RegisterOperationAction(
            operation =>
            {
                var type = operation.Operation switch { IObjectCreationOperation created => created.Type, ITypeOfOperation typeOf => typeOf.TypeOperand, IInvocationOperation call => call.TargetMethod.TypeArguments.FirstOrDefault(symbols.IsDetection), _ => null } as INamedTypeSymbol;
                if (type is not null && symbols.IsDetection(type) && operation.ContainingSymbol.ContainingType is { } around && !symbols.IsDetection(around) && TestMethods.AreIn(around)) tested[type] = true;
            },
            OperationKind.ObjectCreation,
            OperationKind.TypeOf,
            OperationKind.Invocation);
        context.RegisterCompilationEndAction(end =>
        {
            // Where the tests are in another project, nothing is known here.
            if (hasTests.IsEmpty) return;
            foreach (var detection in detections.Where(d => !tested.ContainsKey(d))) end.ReportDiagnostic(Diagnostic.Create(s_rule, detection.Locations[0], detection.Name));
        });
    }
}
