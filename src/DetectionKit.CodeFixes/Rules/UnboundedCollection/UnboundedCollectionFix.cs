namespace DetectionKit.CodeFixes.Rules.UnboundedCollection;

/// <summary>Writes a limit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnboundedCollectionFix))]
[Shared]
internal sealed class UnboundedCollectionFix : RuleFix
{
    protected override string Id => "DK2003";

    protected override string Title => "Keep 100 values at most";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    =>
        node.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DistinctValues" } } } argument
            ? root.ReplaceNode(argument, argument.WithExpression(Expression("100").WithTriviaFrom(argument.Expression)))
            : null;
}
