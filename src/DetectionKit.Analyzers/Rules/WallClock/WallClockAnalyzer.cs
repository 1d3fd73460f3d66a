namespace DetectionKit.Analyzers.Rules.WallClock;

/// <summary>A query reads the clock.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WallClockAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK3001", "A query reads the clock", "{0} is the time of the machine that runs the rule, not of the event: a replay would decide otherwise. Use the event's time, or the window's Start and End.", RuleCategory.Time, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK3001"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) => RefuseMembers(context, symbols, s_rule, IsClock);

    private static bool IsClock(INamedTypeSymbol type, ISymbol member) => type.ToDisplayString() switch
    {
        "System.DateTime" or "System.DateTimeOffset" => member.Name is "Now" or "UtcNow" or "Today",
        "System.Environment" => member.Name is "TickCount" or "TickCount64",
        "System.TimeProvider" or "System.Diagnostics.Stopwatch" => true,
        _ => false,
    };
}
