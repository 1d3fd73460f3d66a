namespace DetectionKit.CodeFixes.Editing;

/// <summary>Writes another id of ATT&amp;CK in lieu of one in an attribute.</summary>
internal abstract class AttackIdFix : RuleFix
{
    protected sealed override string Title => "Write the right id";

    protected sealed override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (!diagnostic.Properties.TryGetValue("wrong", out var wrong) || !diagnostic.Properties.TryGetValue("right", out var right) || right is null) return null;
        var literal = node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().FirstOrDefault(l => l.Token.Value as string == wrong);
        return literal is null ? null : root.ReplaceNode(literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(right)).WithTriviaFrom(literal));
    }
}
