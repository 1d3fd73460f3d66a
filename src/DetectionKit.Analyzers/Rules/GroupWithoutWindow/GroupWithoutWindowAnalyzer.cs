namespace DetectionKit.Analyzers.Rules.GroupWithoutWindow;

/// <summary>A group has no window.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class GroupWithoutWindowAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK2001", "A group has no window", "A group without a window would keep state for ever: add .Window(w => w.Tumbling(o.Window)) before the aggregate", RuleCategory.State, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK2001"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "GroupBy") return;
            var after = QueryStages.After(stage, symbols);
            if (after is { TargetMethod.Name: "Aggregate" or "Select" or "Where" } || (after is null && stage.Parent is IExpressionStatementOperation or IReturnOperation)) operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage)));
        });
}
