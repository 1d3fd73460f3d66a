namespace DetectionKit.CodeFixes.Rules.UnvalidatedOptions;

/// <summary>Adds ranges to whole numbers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnvalidatedOptionsFix))]
[Shared]
internal sealed class UnvalidatedOptionsFix : RuleFix
{
    protected override string Id => "DK4007";

    protected override string Title => "Add [Range(1, int.MaxValue)] to the whole numbers";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (model.GetTypeInfo(node).Type is not INamedTypeSymbol { DeclaringSyntaxReferences: [var declaration] } || declaration.SyntaxTree != root.SyntaxTree || root.FindNode(declaration.Span) is not TypeDeclarationSyntax type) return null;
        var numbers = type.Members.OfType<PropertyDeclarationSyntax>().Where(p => p.Type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword } && p.AttributeLists.Count == 0).ToList();
        if (numbers.Count == 0) return null;
        return root.ReplaceNodes(numbers, (_, property) =>
        {
            var range = ((PropertyDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration("[System.ComponentModel.DataAnnotations.Range(1, int.MaxValue)] int P { get; }")!).AttributeLists[0];
            var indent = property.GetLeadingTrivia();
            return property.WithoutLeadingTrivia().AddAttributeLists(range.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)).WithLeadingTrivia(indent).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation, Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation);
        });
    }
}
