namespace DetectionKit.CodeFixes.Rules.NotAnExpression;

/// <summary>Writes what an expression tree can hold.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotAnExpressionFix))]
[Shared]
internal sealed class NotAnExpressionFix : RuleFix
{
    protected override string Id => "DK7001";

    protected override string Title => "Write what an expression can hold";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    => node switch
    {
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } equal => root.ReplaceNode(equal, Expression($"{equal.Expression.WithoutTrivia()} == {constant.Expression}").WithTriviaFrom(equal)),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } unequal => root.ReplaceNode(unequal, Expression($"{unequal.Expression.WithoutTrivia()} != {constant.Expression}").WithTriviaFrom(unequal)),
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax or InvocationExpressionSyntax } access when access.WhenNotNull.DescendantNodesAndSelf().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault() is null => root.ReplaceNode(access, Conditional(access, model)),
        _ => null,
    };

    // A value becomes nullable, as ?. would make it.
    private static ExpressionSyntax Conditional(ConditionalAccessExpressionSyntax access, SemanticModel model)
    {
        var type = model.GetTypeInfo(access).Type;
        var none = type is { IsValueType: true } ? $"({type.ToMinimalDisplayString(model, access.SpanStart)})null" : "null";
        return Expression($"({access.Expression.WithoutTrivia()} == null ? {none} : {access.Expression.WithoutTrivia()}{access.WhenNotNull.WithoutTrivia()})").WithTriviaFrom(access);
    }
}
