namespace DetectionKit.Analyzers.Rules.PaneLeavesQuery;

/// <summary>The engine can't run this.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PaneLeavesQueryAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK7002", "The engine can't run this", "{0}", RuleCategory.Query, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK7002"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterOperationAction(
            operation =>
            {
                var parameter = (IParameterReferenceOperation)operation.Operation;
                if (parameter.IsImplicit || !symbols.IsPane(parameter.Type)) return;
                var leaves = parameter.Parent is IArgumentOperation { Parent: IObjectCreationOperation } || (parameter.Parent is ISimpleAssignmentOperation { Parent: IAnonymousObjectCreationOperation { IsImplicit: false } assigned } && !assigned.IsImplicit);
                if (leaves) ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, parameter.Syntax.GetLocation(), "The pane itself can't leave its query: select what you need of it, such as w.Key, w.Start or w.Count()"));
            },
            OperationKind.ParameterReference);
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (call.TargetMethod.Name == "Where" && symbols.IsPane(call.TargetMethod.ContainingType) && call.Arguments is [{ Value: { } filter }] && QueryLambda.Of(filter) is null)
                    ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, filter.Syntax.GetLocation(), "The filter of a pane is written as a lambda, w.Where(c => …): the engine can't look into a delegate"));
            },
            OperationKind.Invocation);
    }
}
