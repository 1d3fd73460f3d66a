using DetectionKit.Analyzers.Attack;

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

    /// <summary>Reports what stands within an expression of a query. The way up to the query is gone last, since most operations are none of a rule's.</summary>
    protected static void ReportWithinQuery(OperationAnalysisContext operation, DetectionSymbols symbols, Diagnostic diagnostic)
    {
        if (QueryLambda.Around(operation.Operation, symbols) is not null) operation.ReportDiagnostic(diagnostic);
    }

    /// <summary>Calls back for each technique that a class names.</summary>
    protected static void OnTechnique(CompilationStartAnalysisContext context, DetectionSymbols symbols, Action<SymbolAnalysisContext, TechniqueUse> action) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (var attribute in symbol.Symbol.GetAttributes())
                {
                    if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.TechniqueAttribute) && attribute.ApplicationSyntaxReference is { } syntax)
                        action(symbol, TechniqueUse.Of(attribute, syntax.GetSyntax(symbol.CancellationToken).GetLocation()));
                }
            },
            SymbolKind.NamedType);

    /// <summary>Reports each call, property and construction within a query that a rule refuses.</summary>
    protected static void RefuseMembers(CompilationStartAnalysisContext context, DetectionSymbols symbols, DiagnosticDescriptor rule, Func<INamedTypeSymbol, ISymbol, bool> refuses) =>
        context.RegisterOperationAction(
            operation =>
            {
                var member = operation.Operation switch
                {
                    IInvocationOperation call => (ISymbol)call.TargetMethod,
                    IPropertyReferenceOperation property => property.Property,
                    IObjectCreationOperation { Constructor: { } constructor } => constructor,
                    _ => null,
                };
                if (member?.ContainingType is not { } type || !refuses(type, member)) return;
                var name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? type.Name : $"{type.Name}.{member.Name}";
                ReportWithinQuery(operation, symbols, Diagnostic.Create(rule, operation.Operation.Syntax.GetLocation(), name));
            },
            OperationKind.Invocation,
            OperationKind.PropertyReference,
            OperationKind.ObjectCreation);
}
