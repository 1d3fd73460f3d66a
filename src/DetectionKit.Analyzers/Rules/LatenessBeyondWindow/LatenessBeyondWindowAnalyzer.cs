using System.Collections.Concurrent;
using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.LatenessBeyondWindow;

/// <summary>The allowed lateness is longer than the window.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LatenessBeyondWindowAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK3005", "The allowed lateness is longer than the window", "An allowed lateness of {0} keeps {1} windows of {2} open at once: state is held that many times over", RuleCategory.Time, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK3005"), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        var windows = new ConcurrentDictionary<INamedTypeSymbol, TimeSpan>(SymbolEqualityComparer.Default);
        var settings = new ConcurrentBag<(INamedTypeSymbol Detection, TimeSpan Lateness, Location Place)>();
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "Window" || operation.ContainingSymbol.ContainingType is not { } detection || !symbols.IsDetection(detection)) return;
            if (QueryLambda.Of(stage.Arguments[0]) is { } lambda && QueryLambda.ResultOf(lambda) is { } kind && QueryLambda.Plain(kind) is IInvocationOperation { Arguments: [_, var size, ..] } && KnownValues.TimeOf(size.Value) is { } length)
                windows.AddOrUpdate(detection, length, (_, other) => length > other ? length : other);
        });
        context.RegisterOperationAction(
            operation =>
            {
                var assignment = (ISimpleAssignmentOperation)operation.Operation;
                if (assignment.Target is not IPropertyReferenceOperation { Property: { Name: "AllowedLateness" } property } || !SymbolEqualityComparer.Default.Equals(property.ContainingType, symbols.RunSettings)) return;
                if (KnownValues.TimeOf(assignment.Value) is not { } lateness) return;
                for (IOperation? around = assignment; around is not null; around = around.Parent)
                {
                    if (around is not IInvocationOperation call) continue;
                    foreach (var argument in call.Arguments)
                    {
                        if (QueryLambda.Plain(argument.Value).Type is INamedTypeSymbol type && symbols.IsDetection(type)) settings.Add((type, lateness, assignment.Syntax.GetLocation()));
                    }
                }
            },
            OperationKind.SimpleAssignment);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var (detection, lateness, place) in settings)
            {
                if (windows.TryGetValue(detection, out var window) && window > TimeSpan.Zero && lateness > window) end.ReportDiagnostic(Diagnostic.Create(s_rule, place, lateness, (lateness.Ticks / window.Ticks) + 1, window));
            }
        });
    }
}
