using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.IntegerDivision;

/// <summary>A rate is an integer division.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IntegerDivisionAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK4009", "A rate is an integer division", "{0} drops the fraction: a rate of 0.9 is 0. Make one side a double.", RuleCategory.Thresholds, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK4009"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var division = (IBinaryOperation)operation.Operation;
                if (division.OperatorKind != BinaryOperatorKind.Divide || division.Type is not { } type || !KnownValues.IsWhole(type) || division.LeftOperand.ConstantValue.HasValue) return;
                IOperation around = division;
                while (!IsFraction(around.Type) && around.Parent is IParenthesizedOperation or IConversionOperation) around = around.Parent!;
                var becomesFraction = IsFraction(around.Type);
                if (becomesFraction || !division.RightOperand.ConstantValue.HasValue) ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, division.Syntax.GetLocation(), division.Syntax));
            },
            OperationKind.Binary);

    private static bool IsFraction(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;
}
