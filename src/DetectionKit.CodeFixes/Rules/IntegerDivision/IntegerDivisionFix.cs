namespace DetectionKit.CodeFixes.Rules.IntegerDivision;

/// <summary>Makes a double of the left side.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IntegerDivisionFix))]
[Shared]
internal sealed class IntegerDivisionFix : RuleFix
{
    protected override string Id => "DK4009";

    protected override string Title => "Divide as double";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    =>
        node.FirstAncestorOrSelf<BinaryExpressionSyntax>() is { } division
            ? root.ReplaceNode(division.Left, SyntaxFactory.CastExpression(SyntaxFactory.ParseTypeName("double"), division.Left is BinaryExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(division.Left.WithoutTrivia()) : division.Left.WithoutTrivia()).WithTriviaFrom(division.Left))
            : null;
}
