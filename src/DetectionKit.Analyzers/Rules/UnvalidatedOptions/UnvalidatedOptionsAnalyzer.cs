using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DetectionKit.Analyzers.Rules.UnvalidatedOptions;

/// <summary>Options are not validated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnvalidatedOptionsAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK4007", "Options are not validated", "{0} takes any value: a negative threshold or an empty window would be found when the rule is silent. Add [Range], or implement IValidatableObject.", RuleCategory.Thresholds, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK4007"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterSymbolAction(
            symbol =>
            {
                var detection = (INamedTypeSymbol)symbol.Symbol;
                if (detection.IsAbstract || symbols.OptionsOf(detection) is not { } type || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, symbols.Compilation.Assembly)) return;
                var properties = type.GetMembers().OfType<IPropertySymbol>().Where(p => p is { IsStatic: false, SetMethod: not null }).ToList();
                if (!properties.Any(p => p.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal || p.Type is { Name: "TimeSpan" })) return;
                if (type.AllInterfaces.Any(i => i.Name == "IValidatableObject") || properties.Any(p => p.GetAttributes().Any(a => Validates(a.AttributeClass)))) return;
                symbol.ReportDiagnostic(Diagnostic.Create(s_rule, PlaceOf(detection, symbol.CancellationToken), type.Name));
            },
            SymbolKind.NamedType);
    }

    // Where the detection names its options: a fix is offered for what stands in the symbol that was looked at.
    private static Location PlaceOf(INamedTypeSymbol detection, System.Threading.CancellationToken cancellationToken)
    {
        foreach (var declaration in detection.DeclaringSyntaxReferences)
        {
            if (declaration.GetSyntax(cancellationToken) is TypeDeclarationSyntax { BaseList.Types: [{ Type: GenericNameSyntax { TypeArgumentList.Arguments: [.., var options] } }, ..] }) return options.GetLocation();
        }

        return detection.Locations[0];
    }

    private static bool Validates(INamedTypeSymbol? attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.Name == "ValidationAttribute") return true;
        }

        return false;
    }
}
