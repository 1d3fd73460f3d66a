using System.Collections.Concurrent;

namespace DetectionKit.Analyzers.Rules.OnlyPositiveTests;

/// <summary>A detection has no test that it stays silent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OnlyPositiveTestsAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK8002", "A detection has no test that it stays silent", "Every test of {0} expects an alert: none would notice a rule that always fires. Add one that expects none.", RuleCategory.Testing, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK8002"), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        var tests = new ConcurrentDictionary<INamedTypeSymbol, ConcurrentBag<(IMethodSymbol Method, bool IsNegative)>>(SymbolEqualityComparer.Default);
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is not IMethodSymbol method || !TestMethods.IsTest(method)) return;
            var operations = block.OperationBlocks.SelectMany(b => b.DescendantsAndSelf()).ToList();
            var named = operations.OfType<IObjectCreationOperation>().Select(o => o.Type).OfType<INamedTypeSymbol>().Where(symbols.IsDetection).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            foreach (var detection in named) tests.GetOrAdd(detection, _ => []).Add((method, TestMethods.ExpectsNothing(method, operations)));
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var tested in tests.Where(t => t.Value.All(test => !test.IsNegative)))
            {
                var first = tested.Value.Select(t => t.Method).OrderBy(m => m.ToDisplayString(), StringComparer.Ordinal).First();
                end.ReportDiagnostic(Diagnostic.Create(s_rule, first.Locations[0], tested.Key.Name));
            }
        });
    }
}
