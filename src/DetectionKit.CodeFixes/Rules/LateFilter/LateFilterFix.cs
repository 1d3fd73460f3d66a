namespace DetectionKit.CodeFixes.Rules.LateFilter;

/// <summary>Moves a filter before GroupBy.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LateFilterFix))]
[Shared]
internal sealed class LateFilterFix : RuleFix
{
    protected override string Id => "DK7005";

    protected override string Title => "Move it before GroupBy";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Expression: { } before }, ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax { ExpressionBody: { } condition, Parameter.Identifier.ValueText: var row } }] } where) return null;
        var group = before.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GroupBy" });
        if (group is not { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax { ExpressionBody: { } key, Parameter.Identifier.ValueText: var source } }] }) return null;
        var parts = key is AnonymousObjectCreationExpressionSyntax made
            ? made.Initializers.ToDictionary(i => i.NameEquals?.Name.Identifier.ValueText ?? (i.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? "", i => i.Expression)
            : new Dictionary<string, ExpressionSyntax>();
        var uses = condition.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Where(m => m.Expression.ToString() == $"{row}.Key").ToList();
        if (parts.Count > 0 ? uses.Count == 0 || uses.Any(use => !parts.ContainsKey(use.Name.Identifier.ValueText)) : uses.Count > 0) return null;
        var moved = parts.Count > 0
            ? condition.ReplaceNodes(uses, (use, _) => parts[use.Name.Identifier.ValueText].WithTriviaFrom(use))
            : condition.ReplaceNodes(condition.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Where(m => m.ToString() == $"{row}.Key"), (use, _) => key.WithTriviaFrom(use));
        var dot = access.OperatorToken;
        var filter = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, access.Expression, dot, SyntaxFactory.IdentifierName("Where")), SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Expression($"{source} => {moved}")))));
        filter = filter.WithTrailingTrivia(dot.LeadingTrivia.Count > 0 || access.Expression.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? access.Expression.GetTrailingTrivia() : default);
        var changed = before.ReplaceNode(group, group.WithExpression(access.WithExpression(filter)));
        return root.ReplaceNode(where, changed.WithTrailingTrivia(where.GetTrailingTrivia()));
    }
}
