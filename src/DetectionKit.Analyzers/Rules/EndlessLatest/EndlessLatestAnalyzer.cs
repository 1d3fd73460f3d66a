namespace DetectionKit.Analyzers.Rules.EndlessLatest;

/// <summary>The latest row of every key is kept for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EndlessLatestAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK2005", "The latest row of every key is kept for ever", "Latest without a span keeps a row of every key that ever came: say for how long one counts, such as Latest(() => o.Memory)", RuleCategory.State, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK2005"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "Latest" || stage.Arguments is not [{ Value: { } within, ArgumentKind: var kind }]) return;
            var isEndless = kind == ArgumentKind.DefaultValue || QueryLambda.Plain(within).ConstantValue is { HasValue: true, Value: null };
            if (isEndless) operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage)));
        });
}
