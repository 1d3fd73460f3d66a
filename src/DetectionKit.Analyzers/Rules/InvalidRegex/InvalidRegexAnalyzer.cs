namespace DetectionKit.Analyzers.Rules.InvalidRegex;

/// <summary>A regular expression is invalid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class InvalidRegexAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK6004", "A regular expression is invalid", "'{0}' is no regular expression: {1}", RuleCategory.Comparison, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK6004"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterOperationAction(
            operation =>
            {
                if (RegexUse.Of(operation.Operation) is not { Pattern: { } pattern } use || !(symbols.IsDetection(operation.ContainingSymbol.ContainingType) || QueryLambda.Around(operation.Operation, symbols) is not null)) return;
                if (RegexShape.Fault(pattern) is { } fault) operation.ReportDiagnostic(Diagnostic.Create(s_rule, use.PatternSyntax.GetLocation(), pattern, fault));
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation);
    }
}
