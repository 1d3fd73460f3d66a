namespace DetectionKit.CodeFixes.Rules.UnboundedKey;

/// <summary>Drops the part from the key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnboundedKeyFix))]
[Shared]
internal sealed class UnboundedKeyFix : RuleFix
{
    protected override string Id => "DK2002";

    protected override string Title => "Drop it from the key";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<AnonymousObjectMemberDeclaratorSyntax>() is not { Parent: AnonymousObjectCreationExpressionSyntax { Initializers.Count: > 1 } made } part) return null;
        return root.ReplaceNode(made, made.WithInitializers(made.Initializers.Remove(part)));
    }
}
