using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.EdgeOfStaticWindow;

/// <summary>A count in a tumbling window misses what lies astride its edge.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EdgeOfStaticWindowAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK3004", "A count in a tumbling window misses what lies astride its edge", "A count of a tumbling window misses what lies astride its edge: half before and half after reach the threshold in neither. A hopping or sliding window sees them.", RuleCategory.Time, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK3004"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "Where" || ConditionReader.Of(stage, stage.Arguments.Length - 1, symbols) is not { } condition) return;
            if (!condition.All.OfType<NumberCondition>().Any(c => c.Number is { IsWhole: true, Least: not null } && c.Comparison is NumberComparison.GreaterOrEqual or NumberComparison.Greater)) return;
            if (QueryStages.AllBefore(stage, symbols).Any(before => before.TargetMethod.Name == "Where" && SymbolEqualityComparer.Default.Equals(before.Type, stage.Type))) return;
            var window = QueryStages.AllBefore(stage, symbols).FirstOrDefault(before => before.TargetMethod.Name == "Window");
            if (window is not null && QueryLambda.Of(window.Arguments[0]) is { } lambda && QueryLambda.ResultOf(lambda) is { } kind && QueryLambda.Plain(kind) is IInvocationOperation { TargetMethod.Name: "Tumbling" } tumbling)
                operation.ReportDiagnostic(Diagnostic.Create(s_rule, tumbling.Syntax.GetLocation()));
        });
}
