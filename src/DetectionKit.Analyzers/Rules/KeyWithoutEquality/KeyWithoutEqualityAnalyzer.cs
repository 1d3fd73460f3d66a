namespace DetectionKit.Analyzers.Rules.KeyWithoutEquality;

/// <summary>A key has no value equality.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyWithoutEqualityAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK7004", "A key has no value equality", "{0} is equal to itself alone: each event makes a group of its own. Group by its members, or make it a record.", RuleCategory.Query, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK7004"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "GroupBy" || stage.Arguments.Length == 0 || QueryLambda.Of(stage.Arguments[0]) is not { } lambda || QueryLambda.ResultOf(lambda) is not { } key) return;
            foreach (var part in KeyParts.Of(key))
            {
                if (QueryLambda.Plain(part) is not IParameterReferenceOperation && part.Type is { } type && LacksEquality(type)) operation.ReportDiagnostic(Diagnostic.Create(s_rule, part.Syntax.GetLocation(), type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
            }
        });

    private static bool LacksEquality(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol) return true;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsAnonymousType: false, IsRecord: false } named || named.SpecialType == SpecialType.System_String) return false;
        for (INamedTypeSymbol? current = named; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.GetMembers("Equals").OfType<IMethodSymbol>().Any(m => m.IsOverride)) return false;
        }

        return true;
    }
}
