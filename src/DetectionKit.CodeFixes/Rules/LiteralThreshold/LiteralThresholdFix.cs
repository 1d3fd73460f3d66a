namespace DetectionKit.CodeFixes.Rules.LiteralThreshold;

/// <summary>Makes an option of a literal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralThresholdFix))]
[Shared]
internal sealed class LiteralThresholdFix : RuleFix
{
    protected override string Id => "DK4005";

    protected override string Title => "Make it an option";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { } literal || literal.FirstAncestorOrSelf<BinaryExpressionSyntax>() is not { } comparison) return null;
        if (literal.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || method.ParameterList.Parameters.LastOrDefault() is not { } parameter) return null;
        if (model.GetDeclaredSymbol(parameter)?.Type is not INamedTypeSymbol { Name: not "EventSources" and not "Events" } options || options.DeclaringSyntaxReferences is not [var declaration] || declaration.SyntaxTree != root.SyntaxTree) return null;
        if (root.FindNode(declaration.Span) is not TypeDeclarationSyntax type) return null;
        var other = comparison.Left == literal ? comparison.Right : comparison.Left;
        var isLeast = comparison.Kind() is SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression == (comparison.Right == literal);
        var name = Free((isLeast ? "Min" : "Max") + NameOf(other), options);
        var kind = model.GetTypeInfo(literal).Type?.ToMinimalDisplayString(model, literal.SpanStart) ?? "int";
        var property = SyntaxFactory.ParseMemberDeclaration($"public {kind} {name} {{ get; set; }} = {literal};")!.WithLeadingTrivia(SyntaxFactory.Whitespace("    ")).WithTrailingTrivia(type.Members.Count > 0 ? type.Members.Last().GetTrailingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.ElasticLineFeed));
        var changed = root.TrackNodes(literal, type);
        changed = changed.ReplaceNode(changed.GetCurrentNode(literal)!, Expression($"{parameter.Identifier.ValueText}.{name}").WithTriviaFrom(literal));
        var current = changed.GetCurrentNode(type)!;
        return changed.ReplaceNode(current, current.AddMembers(property.WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation)));
    }

    private static string NameOf(ExpressionSyntax value) => value switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
        CastExpressionSyntax cast => NameOf(cast.Expression),
        _ => "Value",
    };

    private static string Free(string name, INamedTypeSymbol options)
    {
        var free = name;
        for (var number = 2; options.GetMembers(free).Length > 0; number++) free = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return free;
    }
}
