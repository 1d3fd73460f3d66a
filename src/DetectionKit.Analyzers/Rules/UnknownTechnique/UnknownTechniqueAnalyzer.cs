using DetectionKit.Analyzers.Attack;

namespace DetectionKit.Analyzers.Rules.UnknownTechnique;

/// <summary>An ATT&amp;CK id does not exist.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnknownTechniqueAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1002", "An ATT&CK id does not exist", "'{0}' is no id of ATT&CK; the nearest is {1}", RuleCategory.Metadata, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1002"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (var attribute in symbol.Symbol.GetAttributes())
                {
                    if (!SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.TechniqueAttribute) || attribute.ApplicationSyntaxReference is not { } syntax) continue;
                    var (technique, tactic) = TechniqueAttributeValues.Of(attribute);
                    var place = syntax.GetSyntax(symbol.CancellationToken).GetLocation();
                    foreach (var id in new[] { (Text: technique, Prefix: "T1"), (Text: tactic, Prefix: "TA") })
                    {
                        if (id.Text is null || AttackCatalogue.Find(id.Text) is not null) continue;
                        var nearest = AttackCatalogue.Nearest(id.Text, id.Prefix);
                        symbol.ReportDiagnostic(Diagnostic.Create(s_rule, place, ImmutableDictionary<string, string?>.Empty.Add("wrong", id.Text).Add("right", nearest.Id), id.Text, $"{nearest.Id} ({nearest.Name})"));
                    }
                }
            },
            SymbolKind.NamedType);
    }
}
