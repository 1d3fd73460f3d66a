using System.Collections.Concurrent;

namespace DetectionKit.Analyzers.Rules.DuplicateId;

/// <summary>Two detections have one id.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateIdAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1004", "Two detections have one id", "The id '{0}' is {1}'s too: alerts, options and files go by it", RuleCategory.Metadata, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1004"), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        var known = new ConcurrentDictionary<string, ConcurrentBag<(INamedTypeSymbol Type, Location Place)>>(StringComparer.OrdinalIgnoreCase);
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                foreach (var attribute in type.GetAttributes())
                {
                    if (!SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.DetectionAttribute) || attribute.ConstructorArguments is not [{ Value: string id }]) continue;
                    var place = attribute.ApplicationSyntaxReference?.GetSyntax(symbol.CancellationToken).GetLocation() ?? type.Locations[0];
                    known.GetOrAdd(id, _ => []).Add((type, place));
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var same in known.Where(k => k.Value.Count > 1))
            {
                var types = same.Value.OrderBy(t => t.Type.ToDisplayString(), StringComparer.Ordinal).ToList();
                foreach (var (type, place) in types) end.ReportDiagnostic(Diagnostic.Create(s_rule, place, same.Key, types.First(t => !SymbolEqualityComparer.Default.Equals(t.Type, type)).Type.Name));
            }
        });
    }
}
