namespace DetectionKit.Analyzers.Rules.CaseSensitiveName;

/// <summary>A name is compared by case.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CaseSensitiveNameAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK6001", "A name is compared by case", "{0} names one thing in any case: compare with StringComparison.OrdinalIgnoreCase", RuleCategory.Comparison, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK6001"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                switch (operation.Operation)
                {
                    case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, LeftOperand: { } left, RightOperand: { } right } when !IsNull(left) && !IsNull(right) && (NamedThing.Of(left) ?? NamedThing.Of(right)) is { } name:
                        ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, operation.Operation.Syntax.GetLocation(), name));
                        break;
                    case IInvocationOperation { TargetMethod: { Name: "Equals" or "StartsWith" or "EndsWith" or "Contains" or "IndexOf", ContainingType.SpecialType: SpecialType.System_String } } call when ThingOf(call) is { } name && !IgnoresCase(call):
                        ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, operation.Operation.Syntax.GetLocation(), name));
                        break;
                }
            },
            OperationKind.Binary,
            OperationKind.Invocation);

    private static bool IsNull(IOperation operation) => QueryLambda.Plain(operation).ConstantValue is { HasValue: true, Value: null };

    private static string? ThingOf(IInvocationOperation call) => call.Instance is { } instance ? NamedThing.Of(instance) : call.Arguments.Select(a => NamedThing.Of(a.Value)).FirstOrDefault(name => name is not null);

    private static bool IgnoresCase(IInvocationOperation call) =>
        call.Arguments.Any(a => QueryLambda.Plain(a.Value) is IFieldReferenceOperation { Field: { Name: "OrdinalIgnoreCase" or "InvariantCultureIgnoreCase" or "CurrentCultureIgnoreCase", ContainingType.Name: "StringComparison" } } || a.Parameter is { Type.Name: "StringComparison" } && !a.Value.ConstantValue.HasValue);
}
