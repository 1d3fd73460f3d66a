namespace DetectionKit.Analyzers.Rules.BacktrackingRegex;

/// <summary>A regular expression can take for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BacktrackingRegexAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK6005", "A regular expression can take for ever", "'{0}' has a repetition within a repetition: a text that an adversary chooses makes it take for ever. Add RegexOptions.NonBacktracking, or a timeout.", RuleCategory.Comparison, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK6005"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterOperationAction(
            operation =>
            {
                if (RegexUse.Of(operation.Operation) is not { Pattern: { } pattern } use || !(symbols.IsDetection(operation.ContainingSymbol.ContainingType) || QueryLambda.Around(operation.Operation, symbols) is not null)) return;
                if (!use.IsBounded && RegexShape.RepeatsWithinRepetition(pattern)) operation.ReportDiagnostic(Diagnostic.Create(s_rule, operation.Operation.Syntax.GetLocation(), pattern));
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation);
    }
}
