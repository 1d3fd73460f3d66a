namespace DetectionKit.Analyzers.Rules.LateFilter;

/// <summary>A filter after an aggregate belongs before it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LateFilterAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK7005", "A filter after an aggregate belongs before it", "This looks at the key alone: before GroupBy it would save the state of every group that it drops", RuleCategory.Query, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK7005"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "Where" || QueryLambda.Of(stage.Arguments[0]) is not { Symbol.Parameters: [var row] } lambda || QueryLambda.ResultOf(lambda) is not { } result) return;
            var aggregate = QueryStages.AllBefore(stage, symbols).FirstOrDefault(before => before.TargetMethod.Name != "Where");
            if (aggregate?.TargetMethod.Name != "Aggregate") return;
            var uses = result.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Where(o => SymbolEqualityComparer.Default.Equals(o.Parameter, row)).ToList();
            if (uses.Count > 0 && uses.All(use => use.Parent is IPropertyReferenceOperation { Property.Name: "Key" })) operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage)));
        });
}
