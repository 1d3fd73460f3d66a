namespace DetectionKit.CodeFixes.Rules.EdgeOfStaticWindow;

/// <summary>Makes a window that hops of one that stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EdgeOfStaticWindowFix))]
[Shared]
internal sealed class EdgeOfStaticWindowFix : RuleFix
{
    protected override string Id => "DK3004";

    protected override string Title => "Let windows overlap: hop a twelfth of the length";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments: [var size] } call) return null;
        var whole = size.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax ? size.Expression.ToString() : $"({size.Expression})";
        return root.ReplaceNode(call, call.WithExpression(member.WithName(SyntaxFactory.IdentifierName("Hopping"))).WithArgumentList(call.ArgumentList.AddArguments(SyntaxFactory.Argument(Expression($"{whole} / 12")).WithLeadingTrivia(SyntaxFactory.Space))));
    }
}
