namespace DetectionKit.Analyzers.Rules.MissingDescription;

/// <summary>A detection does not say what an analyst needs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MissingDescriptionAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1006", "A detection does not say what an analyst needs", "{0} does not say: {1}", RuleCategory.Metadata, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1006"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.IsAbstract || !symbols.IsDetection(type)) return;
                var attributes = type.GetAttributes();
                var detection = attributes.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, symbols.DetectionAttribute));
                if (detection is null) return;
                var missing = new[]
                {
                    ("Severity", Has("Severity")), ("Description", Has("Description")), ("FalsePositive", HasAttribute("FalsePositiveAttribute")), ("BlindSpot", HasAttribute("BlindSpotAttribute")),
                }.Where(part => !part.Item2).Select(part => part.Item1).ToList();
                if (missing.Count == 0) return;
                symbol.ReportDiagnostic(Diagnostic.Create(
                    s_rule, type.Locations[0], ImmutableDictionary<string, string?>.Empty.Add("missing", string.Join(",", missing)), type.Name, string.Join(", ", missing.Select(Words))));

                bool Has(string name) => detection.NamedArguments.Any(a => a.Key == name && a.Value.Value is not (null or "" or 0));
                bool HasAttribute(string name) => attributes.Any(a => a.AttributeClass?.Name == name);
            },
            SymbolKind.NamedType);
    }

    private static string Words(string part) => part switch
    {
        "Severity" => "its severity",
        "Description" => "what it finds",
        "FalsePositive" => "what fires falsely",
        _ => "what it does not see",
    };
}
