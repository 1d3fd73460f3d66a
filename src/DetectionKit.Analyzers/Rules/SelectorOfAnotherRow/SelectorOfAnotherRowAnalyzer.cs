namespace DetectionKit.Analyzers.Rules.SelectorOfAnotherRow;

/// <summary>An aggregate selects from another variable.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SelectorOfAnotherRowAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK7003", "An aggregate selects from another variable", "{0} does not use its own event {1}: every event gives the same value", RuleCategory.Query, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK7003"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (call.Arguments is not [{ Value.Type: var pane }, ..] || !symbols.IsPane(pane)) return;
                foreach (var argument in call.Arguments.Skip(1))
                {
                    if (QueryLambda.Of(argument) is not { Symbol.Parameters: [var own] } lambda || QueryLambda.ResultOf(lambda) is not { ConstantValue.HasValue: false } result) continue;
                    if (!result.DescendantsAndSelf().Any(o => o is IParameterReferenceOperation used && SymbolEqualityComparer.Default.Equals(used.Parameter, own))) ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, argument.Syntax.GetLocation(), call.TargetMethod.Name, own.Name));
                }
            },
            OperationKind.Invocation);
}
