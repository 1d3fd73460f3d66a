using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.UnreachableTier;

/// <summary>A tier can never be reached.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnreachableTierAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK4001", "A tier can never be reached", "Tier {0} can never be reached: {1}", RuleCategory.Thresholds, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK4001"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "Tier" || TierChain.Of(stage, symbols) is not { } chain) return;
            // What stands after a tier that always holds is told there.
            if (chain.Earlier.Count > 0 && !chain.CanPassEarlier) return;
            if (Satisfiability.CanHold(chain.Filters.Concat(chain.EarlierMissed).Append(chain.Condition))) return;
            var why = Satisfiability.CanHold(chain.Filters.Append(chain.Condition)) ? "all that it asks for falls in an earlier tier"
                : Satisfiability.CanHold(chain.Condition) ? "the filter before it lets nothing such through"
                : "it contradicts itself";
            operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage), stage.Arguments[0].Value.Syntax, why));
        });
}
