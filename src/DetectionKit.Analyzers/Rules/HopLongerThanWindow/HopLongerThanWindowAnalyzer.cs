using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.HopLongerThanWindow;

/// <summary>A hop is longer than its window.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HopLongerThanWindowAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK3003", "A hop is longer than its window", "A hop of {0} leaves {1} between windows of {2} in which events are not looked at", RuleCategory.Time, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK3003"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (call.TargetMethod.Name != "Hopping" || call.Arguments is not [{ Value.Type: { } kinds }, var size, var hop] || !DetectionSymbols.Is(kinds, symbols.WindowKinds)) return;
                if (KnownValues.TimeOf(size.Value) is { } length && KnownValues.TimeOf(hop.Value) is { } step && step > length)
                    ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, hop.Syntax.GetLocation(), step, step - length, length));
            },
            OperationKind.Invocation);
}
