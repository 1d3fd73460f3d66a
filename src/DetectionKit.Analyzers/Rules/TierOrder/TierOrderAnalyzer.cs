namespace DetectionKit.Analyzers.Rules.TierOrder;

/// <summary>Tiers do not fall.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TierOrderAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK4002", "Tiers do not fall", "Tier {0} stands after the lower {1}: tiers are asked in their order, so the highest comes first", RuleCategory.Thresholds, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK4002"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name is not ("Tier" or "Otherwise") || QueryStages.Before(stage, symbols) is not { TargetMethod.Name: "Tier" } before) return;
            if (Rank(stage) is not { } rank || Rank(before) is not { } former || rank <= former) return;
            operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage), stage.Arguments[0].Value.Syntax, before.Arguments[0].Value.Syntax));
        });

    private static decimal? Rank(IInvocationOperation stage) => stage.Arguments[0].Value.ConstantValue is { HasValue: true, Value: { } value } && value is not string
        ? Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
