using System.Collections.Concurrent;

namespace DetectionKit.Analyzers.Rules.UnreadOption;

/// <summary>An option is never read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnreadOptionAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK4006", "An option is never read", "No query reads {0}: whoever sets it changes nothing", RuleCategory.Thresholds, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK4006"), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        var options = new ConcurrentDictionary<INamedTypeSymbol, bool>(SymbolEqualityComparer.Default);
        var read = new ConcurrentDictionary<IPropertySymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterSymbolAction(
            symbol =>
            {
                var detection = (INamedTypeSymbol)symbol.Symbol;
                if (!detection.IsAbstract && symbols.OptionsOf(detection) is { } type && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, symbols.Compilation.Assembly)) options[type] = true;
            },
            SymbolKind.NamedType);
        context.RegisterOperationAction(
            operation =>
            {
                var reference = (IPropertyReferenceOperation)operation.Operation;
                if (!SymbolEqualityComparer.Default.Equals(operation.ContainingSymbol.ContainingType, reference.Property.ContainingType) && symbols.IsDetection(operation.ContainingSymbol.ContainingType)) read[reference.Property.OriginalDefinition] = true;
            },
            OperationKind.PropertyReference);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var type in options.Keys)
            {
                foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                {
                    if (property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod: not null, IsImplicitlyDeclared: false } && !read.ContainsKey(property)) end.ReportDiagnostic(Diagnostic.Create(s_rule, property.Locations[0], property.Name));
                }
            }
        });
    }
}
