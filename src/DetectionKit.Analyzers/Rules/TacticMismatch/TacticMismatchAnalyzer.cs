using DetectionKit.Analyzers.Attack;

namespace DetectionKit.Analyzers.Rules.TacticMismatch;

/// <summary>A technique does not belong to the tactic.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TacticMismatchAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1007", "A technique does not belong to the tactic", "{0} ({1}) does not belong to {2}; it belongs to {3}", RuleCategory.Metadata, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1007"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnTechnique(context, symbols, (symbol, use) =>
        {
            if (use is not { Technique: { } technique, Tactic: { } tactic } || AttackCatalogue.Find(technique) is not { } known || AttackCatalogue.Find(tactic) is not { } named || known.Tactics.Contains(named.Tactics[0])) return;
            var tactics = AttackCatalogue.TacticsOf(known);
            if (tactics.Count == 0) return;
            symbol.ReportDiagnostic(Diagnostic.Create(
                s_rule, use.Place, TechniqueUse.Correction(tactic, tactics[0].Id), technique, known.Name, $"{tactic} ({named.Name})", string.Join(", ", tactics.Select(t => $"{t.Id} ({t.Name})"))));
        });
}
