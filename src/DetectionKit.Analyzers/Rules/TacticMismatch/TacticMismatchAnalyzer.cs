using DetectionKit.Analyzers.Attack;

namespace DetectionKit.Analyzers.Rules.TacticMismatch;

/// <summary>A technique does not belong to the tactic.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TacticMismatchAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1007", "A technique does not belong to the tactic", "{0} ({1}) does not belong to {2}; it belongs to {3}", RuleCategory.Metadata, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1007"));

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
                    if (technique is null || tactic is null || AttackCatalogue.Find(technique) is not { } known || AttackCatalogue.Find(tactic) is not { } named || known.Tactics.Contains(named.Tactics[0])) continue;
                    var tactics = AttackCatalogue.TacticsOf(known);
                    if (tactics.Count == 0) continue;
                    symbol.ReportDiagnostic(Diagnostic.Create(
                        s_rule, place, ImmutableDictionary<string, string?>.Empty.Add("wrong", tactic).Add("right", tactics[0].Id), technique, known.Name, $"{tactic} ({named.Name})", string.Join(", ", tactics.Select(t => $"{t.Id} ({t.Name})"))));
                }
            },
            SymbolKind.NamedType);
    }
}
