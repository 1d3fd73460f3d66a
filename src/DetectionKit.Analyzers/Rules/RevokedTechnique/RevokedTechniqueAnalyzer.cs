using DetectionKit.Analyzers.Attack;

namespace DetectionKit.Analyzers.Rules.RevokedTechnique;

/// <summary>An ATT&amp;CK technique is revoked or deprecated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RevokedTechniqueAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1003", "An ATT&CK technique is revoked or deprecated", "{0} ({1}) is {2}", RuleCategory.Metadata, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1003"));

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
                    if (technique is null || AttackCatalogue.Find(technique) is not { IsCurrent: false } old) continue;
                    var properties = ImmutableDictionary<string, string?>.Empty;
                    if (old.ReplacedBy is { } replacement) properties = properties.Add("wrong", technique).Add("right", replacement);
                    symbol.ReportDiagnostic(Diagnostic.Create(
                        s_rule, place, properties, technique, old.Name, old.ReplacedBy is { } by ? $"revoked; {by} ({AttackCatalogue.Find(by)?.Name}) takes its place" : "deprecated"));
                }
            },
            SymbolKind.NamedType);
    }
}
