namespace DetectionKit.CodeFixes.Rules.OptionOutsideQuery;

/// <summary>Puts an option where the variable that holds it was used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OptionOutsideQueryFix))]
[Shared]
internal sealed class OptionOutsideQueryFix : RuleFix
{
    protected override string Id => "DK3002";

    protected override string Title => "Read the option where it is used";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { Initializer.Value: { } value, Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } statement } variable || !value.Span.Contains(node.Span)) return null;
        if (value.Span != node.Span || model.GetDeclaredSymbol(variable) is not ILocalSymbol local || statement.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) return null;
        var uses = method.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local)).ToList();
        var changed = method.TrackNodes(uses.Append<SyntaxNode>(statement));
        foreach (var use in uses) changed = changed.ReplaceNode(changed.GetCurrentNode(use)!, value.WithTriviaFrom(use));
        return root.ReplaceNode(method, changed.RemoveNode(changed.GetCurrentNode<SyntaxNode>(statement)!, SyntaxRemoveOptions.KeepNoTrivia)!);
    }
}
