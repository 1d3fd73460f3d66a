namespace DetectionKit.CodeFixes.Rules.BacktrackingRegex;

/// <summary>Adds RegexOptions.NonBacktracking.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BacktrackingRegexFix))]
[Shared]
internal sealed class BacktrackingRegexFix : RuleFix
{
    protected override string Id => "DK6005";

    protected override string Title => "Add RegexOptions.NonBacktracking";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<ArgumentListSyntax>() is { } within && node is ArgumentSyntax) node = within.Parent!;
        var list = node switch { InvocationExpressionSyntax call => call.ArgumentList, BaseObjectCreationExpressionSyntax created => created.ArgumentList, _ => null };
        if (list is null) return null;
        var options = list.Arguments.FirstOrDefault(a => model.GetTypeInfo(a.Expression).Type?.Name == "RegexOptions");
        var type = node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } regex } } && regex.ToString().Contains('.') ? "System.Text.RegularExpressions.RegexOptions" : "RegexOptions";
        var changed = options is null
            ? list.AddArguments(SyntaxFactory.Argument(Expression($"{type}.NonBacktracking")).WithLeadingTrivia(SyntaxFactory.Space))
            : list.ReplaceNode(options.Expression, Expression($"{options.Expression} | {type}.NonBacktracking"));
        return root.ReplaceNode(list, changed);
    }
}
