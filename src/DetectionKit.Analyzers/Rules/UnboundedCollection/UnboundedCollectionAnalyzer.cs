namespace DetectionKit.Analyzers.Rules.UnboundedCollection;

/// <summary>An aggregate collects without a limit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnboundedCollectionAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK2003", "An aggregate collects without a limit", "{0} collects without a limit: a group that never stops fills memory. Give a limit such as 100.", RuleCategory.State, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK2003"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (call.Arguments is not [var pane, ..] || !symbols.IsPane(pane.Value.Type)) return;
                if (call.TargetMethod.Name == "DistinctValues" && call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "limit")?.Value is { ConstantValue: { HasValue: true, Value: int and >= LargestLimit } } limit)
                    ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, limit.Syntax.GetLocation(), "DistinctValues"));
                if (call.TargetMethod is { Name: "Aggregate", TypeArguments: [_, _, { } state, _] } && QueryLambda.Plain(call.Arguments[1].Value).Type is { } aggregate && Collects(state) && aggregate.AllInterfaces.All(i => i.Name != "IBoundedAggregate"))
                    ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, call.Arguments[1].Syntax.GetLocation(), aggregate.Name));
            },
            OperationKind.Invocation);

    private const int LargestLimit = 1_000_000;

    private static bool Collects(ITypeSymbol state) => state.GetMembers().OfType<IFieldSymbol>().Any(field =>
        !field.IsStatic && field.Type.SpecialType != SpecialType.System_String && field.Type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable));
}
