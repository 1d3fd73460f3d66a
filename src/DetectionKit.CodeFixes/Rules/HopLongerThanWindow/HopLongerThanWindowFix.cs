namespace DetectionKit.CodeFixes.Rules.HopLongerThanWindow;

/// <summary>Changes size and hop over.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HopLongerThanWindowFix))]
[Shared]
internal sealed class HopLongerThanWindowFix : RuleFix
{
    protected override string Id => "DK3003";

    protected override string Title => "Change size and hop over";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<ArgumentListSyntax>() is not { Arguments: [.., var size, var hop] } list) return null;
        return root.ReplaceNodes(new[] { size.Expression, hop.Expression }, (value, _) => (value == size.Expression ? hop : size).Expression.WithTriviaFrom(value));
    }
}
