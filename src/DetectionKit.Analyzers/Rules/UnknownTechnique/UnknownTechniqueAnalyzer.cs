using DetectionKit.Analyzers.Attack;

namespace DetectionKit.Analyzers.Rules.UnknownTechnique;

/// <summary>An ATT&amp;CK id does not exist.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnknownTechniqueAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1002", "An ATT&CK id does not exist", "'{0}' is no id of ATT&CK; the nearest is {1}", RuleCategory.Metadata, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1002"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnTechnique(context, symbols, (symbol, use) =>
        {
            foreach (var id in new[] { (Text: use.Technique, Prefix: "T1"), (Text: use.Tactic, Prefix: "TA") })
            {
                if (id.Text is null || AttackCatalogue.Find(id.Text) is not null) continue;
                var nearest = AttackCatalogue.Nearest(id.Text, id.Prefix);
                symbol.ReportDiagnostic(Diagnostic.Create(s_rule, use.Place, TechniqueUse.Correction(id.Text, nearest.Id), id.Text, $"{nearest.Id} ({nearest.Name})"));
            }
        });
}
