namespace DetectionKit.Analyzers.Rules.RandomInQuery;

/// <summary>A query is random.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RandomInQueryAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK5002", "A query is random", "{0} gives another value each time: the same events would give other alerts", RuleCategory.Determinism, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK5002"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) => RefuseMembers(context, symbols, s_rule, Refuses);

    private static bool Refuses(INamedTypeSymbol type, ISymbol member) => type.ToDisplayString() switch
    {
        "System.Random" or "System.Security.Cryptography.RandomNumberGenerator" => true,
        "System.Guid" => member.Name is "NewGuid" or "CreateVersion7",
        "System.IO.Path" => member.Name is "GetRandomFileName" or "GetTempFileName",
        "System.Environment" => member.Name is not ("NewLine" or "TickCount" or "TickCount64"),
        _ => false,
    };
}
