namespace DetectionKit.CodeFixes.Rules.MissingDescription;

/// <summary>Adds what an analyst needs, to be filled in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingDescriptionFix))]
[Shared]
internal sealed class MissingDescriptionFix : RuleFix
{
    protected override string Id => "DK1006";

    protected override string Title => "Add what is missing";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || !diagnostic.Properties.TryGetValue("missing", out var missing) || missing is null) return null;
        var parts = missing.Split(',');
        var changed = type;
        var detection = type.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(a => a.Name.ToString() is "Detection" or "DetectionAttribute");
        if (detection is not null)
        {
            var arguments = detection.ArgumentList!;
            if (parts.Contains("Severity")) arguments = arguments.AddArguments(Argument("Severity = Severity.Medium"));
            if (parts.Contains("Description")) arguments = arguments.AddArguments(Argument("Description = \"What it finds.\""));
            changed = changed.ReplaceNode(detection, detection.WithArgumentList(arguments));
        }

        var lists = changed.AttributeLists;
        if (parts.Contains("FalsePositive")) lists = lists.Add(List("FalsePositive(\"What else looks like it, and what to do then.\")", lists));
        if (parts.Contains("BlindSpot")) lists = lists.Add(List("BlindSpot(\"What it does not see.\")", lists));
        return root.ReplaceNode(type, changed.WithAttributeLists(lists));
    }

    private static AttributeArgumentSyntax Argument(string text)
    {
        var parts = text.Split(new[] { " = " }, StringSplitOptions.None);
        return SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(parts[0])), null, Expression(parts[1])).NormalizeWhitespace().WithLeadingTrivia(SyntaxFactory.Space);
    }

    private static AttributeListSyntax List(string text, SyntaxList<AttributeListSyntax> lists)
    {
        var last = lists[lists.Count - 1];
        var made = ((TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{text}] class C {{ }}")!).AttributeLists[0];
        return made.WithLeadingTrivia(last.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia))).WithTrailingTrivia(last.GetTrailingTrivia());
    }
}
