namespace DetectionKit.Analyzers.Queries;

/// <summary>The stages of a query, as they hang together.</summary>
internal static class QueryStages
{
    /// <summary>The stage that a stage follows; null at the query's beginning, or where it can't be seen.</summary>
    public static IInvocationOperation? Before(IInvocationOperation stage, DetectionSymbols symbols) =>
        Unwrapped(stage.Instance) is IInvocationOperation before && symbols.IsStage(before.TargetMethod) ? before : null;

    /// <summary>The stages before a stage, the nearest first.</summary>
    public static IEnumerable<IInvocationOperation> AllBefore(IInvocationOperation stage, DetectionSymbols symbols)
    {
        for (var before = Before(stage, symbols); before is not null; before = Before(before, symbols)) yield return before;
    }

    /// <summary>The stage that follows a stage; null where none does.</summary>
    public static IInvocationOperation? After(IInvocationOperation stage, DetectionSymbols symbols)
    {
        IOperation current = stage;
        while (current.Parent is ITranslatedQueryOperation or IConversionOperation or IParenthesizedOperation) current = current.Parent;
        return current.Parent is IInvocationOperation after && symbols.IsStage(after.TargetMethod) && ReferenceEquals(after.Instance, current) ? after : null;
    }

    /// <summary>Where the name of a stage stands: what a diagnostic points to.</summary>
    public static Location NameOf(IInvocationOperation stage) => stage.Syntax switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax { Expression: Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax member } => member.Name.GetLocation(),
        var syntax => syntax.GetLocation(),
    };

    private static IOperation? Unwrapped(IOperation? value)
    {
        while (value is not null)
        {
            value = QueryLambda.Plain(value);
            switch (value)
            {
                case ITranslatedQueryOperation query:
                    value = query.Operation;
                    break;
                case ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] } local when InitializerOf(declaration, local) is { } initializer:
                    value = initializer;
                    break;
                default:
                    return value;
            }
        }

        return null;
    }

    // A query that stands in a local variable of its own goes on where the variable is used.
    private static IOperation? InitializerOf(SyntaxReference declaration, ILocalReferenceOperation local) =>
        local.SemanticModel is { } model && declaration.SyntaxTree == model.SyntaxTree && model.GetOperation(declaration.GetSyntax()) is IVariableDeclaratorOperation { Initializer.Value: { } value } ? value : null;
}
