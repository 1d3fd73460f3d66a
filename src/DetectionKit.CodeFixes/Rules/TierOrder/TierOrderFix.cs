namespace DetectionKit.CodeFixes.Rules.TierOrder;

/// <summary>Changes two tiers over.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TierOrderFix))]
[Shared]
internal sealed class TierOrderFix : RuleFix
{
    protected override string Id => "DK4002";

    protected override string Title => "Change the tiers over";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Tier", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Tier" } } former } } later) return null;
        var swapped = later.WithArgumentList(former.ArgumentList.WithTriviaFrom(later.ArgumentList));
        var inner = ((MemberAccessExpressionSyntax)swapped.Expression).Expression;
        return root.ReplaceNode(later, swapped.ReplaceNode(inner, former.WithArgumentList(later.ArgumentList.WithTriviaFrom(former.ArgumentList))));
    }
}
