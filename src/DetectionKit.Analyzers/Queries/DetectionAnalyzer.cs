namespace DetectionKit.Analyzers.Queries;

/// <summary>What all rules share: they run at once, on code that people write, where DetectionKit is referred to.</summary>
internal abstract class DetectionAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (DetectionSymbols.Of(start.Compilation) is { } symbols) Start(start, symbols);
        });
    }

    protected abstract void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols);

    /// <summary>Calls back for each stage of a query, in either syntax.</summary>
    protected static void OnStage(CompilationStartAnalysisContext context, DetectionSymbols symbols, Action<OperationAnalysisContext, IInvocationOperation> action) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (symbols.IsStage(call.TargetMethod)) action(operation, call);
            },
            OperationKind.Invocation);

    /// <summary>Calls back for operations of some kinds, wherever they stand: what is said of them by <see cref="Report"/> is said within queries alone.</summary>
    protected static void InQuery(CompilationStartAnalysisContext context, Action<OperationAnalysisContext> action, params OperationKind[] kinds) => context.RegisterOperationAction(action, kinds);

    /// <summary>Reports what stands within an expression of a query. The way up to the query is gone last, since most operations are none of a rule's.</summary>
    protected static void Report(OperationAnalysisContext operation, DetectionSymbols symbols, Diagnostic diagnostic)
    {
        if (QueryLambda.Around(operation.Operation, symbols) is not null) operation.ReportDiagnostic(diagnostic);
    }
}
