namespace DetectionKit.Analyzers.Rules.FilterAfterFirstSeen;

/// <summary>A filter after FirstSeen belongs before it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FilterAfterFirstSeenAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK7008", "A filter after FirstSeen belongs before it", "A row that this drops was seen all the same: of its key no later row is told of, though it would pass. Put the filter before FirstSeen.", RuleCategory.Query, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK7008"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "Where") return;
            var before = QueryStages.AllBefore(stage, symbols).FirstOrDefault(earlier => earlier.TargetMethod.Name != "Where");
            if (before?.TargetMethod.Name == "FirstSeen") operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage)));
        });
}
