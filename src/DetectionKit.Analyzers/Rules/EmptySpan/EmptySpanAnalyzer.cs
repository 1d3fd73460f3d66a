using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.EmptySpan;

/// <summary>A span of time holds nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EmptySpanAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK3007", "A span of time holds nothing", "{0} within {1} can hold nothing: the span must be above zero", RuleCategory.Time, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK3007"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            var lambda = stage.Arguments.Select(QueryLambda.Of).FirstOrDefault(given => given?.Symbol is { Parameters.IsEmpty: true, ReturnType.Name: "TimeSpan" });
            if (lambda is null || QueryLambda.ResultOf(lambda) is not { } span) return;
            var isZero = QueryLambda.Plain(span) is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } };
            if (isZero || KnownValues.TimeOf(span) <= TimeSpan.Zero) operation.ReportDiagnostic(Diagnostic.Create(s_rule, span.Syntax.GetLocation(), stage.TargetMethod.Name, span.Syntax.ToString()));
        });
}
