namespace DetectionKit.Analyzers.Rules.MissingTechnique;

/// <summary>A detection names no ATT&amp;CK technique.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MissingTechniqueAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1001", "A detection names no ATT&CK technique", "{0} names no ATT&CK technique: add [AttackTechnique(\"T…\")], so that coverage can be told", RuleCategory.Metadata, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1001"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.IsAbstract || !symbols.IsDetection(type) || type.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, symbols.TechniqueAttribute))) return;
                symbol.ReportDiagnostic(Diagnostic.Create(s_rule, type.Locations[0], type.Name));
            },
            SymbolKind.NamedType);
    }
}
