namespace DetectionKit.Analyzers.Rules.NotAnExpression;

/// <summary>An expression tree can't hold this.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NotAnExpressionAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK7001", "An expression tree can't hold this", "A query is held as an expression, which can't hold {0}: write {1}", RuleCategory.Query, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK7001"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterOperationAction(
            operation =>
            {
                if (operation.Operation.IsImplicit || Advice(operation.Operation) is not { } advice) return;
                ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, operation.Operation.Syntax.GetLocation(), advice.What, advice.Instead));
            },
            OperationKind.IsPattern,
            OperationKind.ConditionalAccess,
            OperationKind.SwitchExpression,
            OperationKind.Tuple,
            OperationKind.With,
            OperationKind.Range,
            OperationKind.CollectionExpression,
            OperationKind.Throw);
    }

    private static (string What, string Instead)? Advice(IOperation operation) => operation switch
    {
        IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => ("a pattern", "== or !="),
        IIsPatternOperation => ("a pattern", "comparisons and &&"),
        IConditionalAccessOperation => ("?.", "x == null ? null : x.Member"),
        ISwitchExpressionOperation => ("a switch expression", "a chain of ?:"),
        ITupleOperation when operation.Parent is not IDeconstructionAssignmentOperation => ("a tuple", "new { … }"),
        IWithOperation => ("with", "a new object"),
        IRangeOperation => ("a range", "Substring"),
        ICollectionExpressionOperation => ("a collection expression", "new[] { … }"),
        IThrowOperation => ("throw", "a filter that leaves the event out"),
        _ => null,
    };
}
