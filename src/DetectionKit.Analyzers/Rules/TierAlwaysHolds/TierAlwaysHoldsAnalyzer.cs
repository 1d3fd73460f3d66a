using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.TierAlwaysHolds;

/// <summary>A tier always holds before the last.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TierAlwaysHoldsAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK4003", "A tier always holds before the last", "Tier {0} takes every row that comes to it, so that nothing is left for the tiers after it", RuleCategory.Thresholds, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK4003"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "Tier" || QueryStages.After(stage, symbols) is not { TargetMethod.Name: "Tier" or "Otherwise" } || TierChain.Of(stage, symbols) is not { } chain) return;
            if (chain.Earlier.Count > 0 && !chain.CanPassEarlier) return;
            if (Satisfiability.CanHold(chain.Filters.Concat(chain.EarlierMissed).Append(new OppositeCondition(chain.Condition)))) return;
            operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage), stage.Arguments[0].Value.Syntax));
        });
}
