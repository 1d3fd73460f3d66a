using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.TrivialThreshold;

/// <summary>A threshold is at or below the aggregate's least value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TrivialThresholdAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK4004", "A threshold is at or below the aggregate's least value", "This always holds: {0} is {1} or more in every window that opens", RuleCategory.Thresholds, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK4004"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name is not ("Where" or "Tier") || ConditionReader.Of(stage, stage.Arguments.Length - 1, symbols) is not { } condition) return;
            foreach (var comparison in condition.All.OfType<NumberCondition>())
            {
                if (comparison.Number.Least is not { } least || Satisfiability.CanHold(new OppositeCondition(comparison))) continue;
                operation.ReportDiagnostic(Diagnostic.Create(s_rule, stage.Arguments[stage.Arguments.Length - 1].Syntax.GetLocation(), comparison.Number.Key.Replace(" ", "").Replace("row.", ""), least));
            }
        });
}
