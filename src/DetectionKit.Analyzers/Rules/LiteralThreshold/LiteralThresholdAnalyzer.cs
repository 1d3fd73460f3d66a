namespace DetectionKit.Analyzers.Rules.LiteralThreshold;

/// <summary>A threshold is a literal.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LiteralThresholdAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK4005", "A threshold is a literal", "{0} can't be tuned or overridden: make it an option", RuleCategory.Thresholds, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK4005"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var comparison = (IBinaryOperation)operation.Operation;
                if (comparison.OperatorKind is not (BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual)) return;
                if (QueryLambda.Around(comparison, symbols) is not { Stage.TargetMethod.Name: "Where" or "Tier" }) return;
                var (left, right) = (QueryLambda.Plain(comparison.LeftOperand), QueryLambda.Plain(comparison.RightOperand));
                var (literal, other) = right is ILiteralOperation ? (right, left) : (left, right);
                if (literal is not ILiteralOperation { ConstantValue: { HasValue: true, Value: { } value } } || value is string or char or bool || other.ConstantValue.HasValue) return;
                if (Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) is 0 or 1) return;
                ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, literal.Syntax.GetLocation(), literal.Syntax));
            },
            OperationKind.Binary);
}
