using DetectionKit.Analyzers.Attack;

namespace DetectionKit.Analyzers.Rules.RevokedTechnique;

/// <summary>An ATT&amp;CK technique is revoked or deprecated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RevokedTechniqueAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1003", "An ATT&CK technique is revoked or deprecated", "{0} ({1}) is {2}", RuleCategory.Metadata, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1003"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnTechnique(context, symbols, (symbol, use) =>
        {
            if (use.Technique is not { } technique || AttackCatalogue.Find(technique) is not { IsCurrent: false } old) return;
            var replacement = old.ReplacedBy;
            symbol.ReportDiagnostic(Diagnostic.Create(
                s_rule, use.Place, replacement is null ? null : TechniqueUse.Correction(technique, replacement),
                technique, old.Name, replacement is null ? "deprecated" : $"revoked; {replacement} ({AttackCatalogue.Find(replacement)?.Name}) takes its place"));
        });
}
