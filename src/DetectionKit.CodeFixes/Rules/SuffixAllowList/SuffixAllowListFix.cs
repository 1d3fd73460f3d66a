namespace DetectionKit.CodeFixes.Rules.SuffixAllowList;

/// <summary>Begins the name with a separator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuffixAllowListFix))]
[Shared]
internal sealed class SuffixAllowListFix : RuleFix
{
    protected override string Id => "DK6006";

    protected override string Title => "Begin it with a backslash";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string end } literal }, ..] }) return null;
        return root.ReplaceNode(literal, Expression("@\"\\" + end.Replace("\"", "\"\"") + "\"").WithTriviaFrom(literal));
    }
}
