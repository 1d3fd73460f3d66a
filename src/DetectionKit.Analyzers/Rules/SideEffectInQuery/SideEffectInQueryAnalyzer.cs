namespace DetectionKit.Analyzers.Rules.SideEffectInQuery;

/// <summary>A query does input or output, waits or logs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SideEffectInQueryAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK5003", "A query does input or output, waits or logs", "{0} does not belong in a query: it would run for every event, in an order that nobody promises. Enrich events before the query, act on alerts after it.", RuleCategory.Determinism, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK5003"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) => RefuseMembers(context, symbols, s_rule, Refuses);

    private static bool Refuses(INamedTypeSymbol type, ISymbol member)
    {
        var space = type.ContainingNamespace.ToDisplayString();
        return space switch
        {
            "System.IO" => type.Name is not "Path",
            "System.Net" => type.Name is "Dns" or "WebClient" or "WebRequest",
            "System.Threading.Tasks" => type.Name is "Task" or "ValueTask",
            "System.Threading" => type.Name is "Thread" or "Monitor",
            "System" => type.Name == "Console",
            "System.Diagnostics" => type.Name is "Debug" or "Trace" or "Process",
            _ => space.StartsWith("System.Net.Http", StringComparison.Ordinal) || space.StartsWith("System.Net.Sockets", StringComparison.Ordinal) || space.StartsWith("System.Data", StringComparison.Ordinal) || space.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal),
        };
    }
}
