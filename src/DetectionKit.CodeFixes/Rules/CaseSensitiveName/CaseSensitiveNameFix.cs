namespace DetectionKit.CodeFixes.Rules.CaseSensitiveName;

/// <summary>Compares without case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CaseSensitiveNameFix))]
[Shared]
internal sealed class CaseSensitiveNameFix : RuleFix
{
    protected override string Id => "DK6001";

    protected override string Title => "Compare with StringComparison.OrdinalIgnoreCase";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node is BinaryExpressionSyntax comparison)
        {
            var not = comparison.IsKind(SyntaxKind.NotEqualsExpression) ? "!" : "";
            return root.ReplaceNode(comparison, Expression($"{not}string.Equals({comparison.Left.WithoutTrivia()}, {comparison.Right.WithoutTrivia()}, StringComparison.OrdinalIgnoreCase)").WithTriviaFrom(comparison));
        }

        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call) return null;
        var given = call.ArgumentList.Arguments.FirstOrDefault(a => model.GetTypeInfo(a.Expression).Type?.Name == nameof(StringComparison));
        var ignoring = Expression("StringComparison.OrdinalIgnoreCase");
        var arguments = given is null
            ? call.ArgumentList.AddArguments(SyntaxFactory.Argument(ignoring).WithLeadingTrivia(SyntaxFactory.Space))
            : call.ArgumentList.ReplaceNode(given.Expression, ignoring.WithTriviaFrom(given.Expression));
        return root.ReplaceNode(call, call.WithArgumentList(arguments));
    }
}
