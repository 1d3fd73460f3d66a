namespace DetectionKit.Analyzers.Queries;

/// <summary>A use of a regular expression whose pattern is constant.</summary>
/// <param name="Pattern">The pattern; null when it is not constant.</param>
/// <param name="PatternSyntax">Where it stands.</param>
/// <param name="IsBounded">Whether it can't take for ever: by NonBacktracking, or by a timeout.</param>
internal sealed record RegexUse(string? Pattern, SyntaxNode PatternSyntax, bool IsBounded)
{
    private const int NonBacktracking = 1024;

    public static RegexUse? Of(IOperation operation)
    {
        var (type, arguments) = operation switch
        {
            IInvocationOperation { TargetMethod: { IsStatic: true } method } call => (method.ContainingType, call.Arguments),
            IObjectCreationOperation created => (created.Type as INamedTypeSymbol, created.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (type is not { Name: "Regex", ContainingNamespace: { Name: "RegularExpressions" } } || arguments.FirstOrDefault(a => a.Parameter?.Name == "pattern") is not { } pattern) return null;
        var isBounded = arguments.Any(a => a.Parameter?.Name == "matchTimeout" || (a.Parameter?.Name == "options" && (a.Value.ConstantValue is not { HasValue: true, Value: int options } || (options & NonBacktracking) != 0)));
        return new(pattern.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null, pattern.Syntax, isBounded);
    }
}
