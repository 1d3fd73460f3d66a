using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.EndlessSession;

/// <summary>A session window has no longest length.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EndlessSessionAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK2004", "A session window has no longest length", "A session that may last {0} never ends while events come: its state grows, and its alert comes never. Give a longest length such as 24 hours.", RuleCategory.State, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK2004"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (call.TargetMethod.Name != "Session" || call.Arguments is not [{ Value.Type: { } kinds }, ..] || !DetectionSymbols.Is(kinds, symbols.WindowKinds)) return;
                if (call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "maxLength")?.Value is not { } longest) return;
                var isEndless = QueryLambda.Plain(longest) is IFieldReferenceOperation { Field: { Name: "MaxValue", ContainingType.Name: "TimeSpan" } };
                if (isEndless || KnownValues.TimeOf(longest) >= s_mostDays) ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, longest.Syntax.GetLocation(), isEndless ? "for ever" : "a week or longer"));
            },
            OperationKind.Invocation);

    private static readonly TimeSpan s_mostDays = TimeSpan.FromDays(7);
}
