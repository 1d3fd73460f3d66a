namespace DetectionKit.CodeFixes.Rules.AddressAsText;

/// <summary>Asks the network that a prefix of text means.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddressAsTextFix))]
[Shared]
internal sealed class AddressAsTextFix : RuleFix
{
    protected override string Id => "DK6002";

    protected override string Title => "Ask the network";

    protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic, SemanticModel model)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StartsWith", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: { } address } } }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string prefix } }, ..] } call) return null;
        var octets = prefix.Split('.');
        if (octets[octets.Length - 1].Length > 0 || octets.Length is < 2 or > 4 || !octets.Take(octets.Length - 1).All(octet => byte.TryParse(octet, out _))) return null;
        var known = octets.Take(octets.Length - 1).ToList();
        var network = string.Join(".", known.Concat(Enumerable.Repeat("0", 4 - known.Count)));
        return root.ReplaceNode(call, Expression(FormattableString.Invariant($"NetworkSet.Parse(\"{network}/{8 * known.Count}\").Contains({address.WithoutTrivia()})")).WithTriviaFrom(call));
    }
}
