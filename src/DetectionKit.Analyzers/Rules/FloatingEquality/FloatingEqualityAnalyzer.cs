namespace DetectionKit.Analyzers.Rules.FloatingEquality;

/// <summary>A floating-point aggregate is compared by ==.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FloatingEqualityAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK4008", "A floating-point aggregate is compared by ==", "{0} is a floating-point number, which is seldom exactly what it is compared with: compare with a bound, or within a tolerance", RuleCategory.Thresholds, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK4008"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var comparison = (IBinaryOperation)operation.Operation;
                if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)) return;
                if (comparison.LeftOperand.Type?.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single)) return;
                var side = comparison.LeftOperand.ConstantValue.HasValue ? comparison.RightOperand : comparison.LeftOperand;
                ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, comparison.Syntax.GetLocation(), side.Syntax));
            },
            OperationKind.Binary);
}
