namespace DetectionKit.Analyzers.Rules.SuffixAllowList;

/// <summary>A name is allowed by its end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SuffixAllowListAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK6006", "A name is allowed by its end", "EndsWith({0}) is passed by evil{1}: begin it with the separator, or compare the whole file name", RuleCategory.Comparison, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK6006"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (call is not { TargetMethod: { Name: "EndsWith", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } instance, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string end } } argument, ..] }) return;
                if (end.Length > 0 && char.IsLetterOrDigit(end[0]) && (NamedThing.Of(instance) is not null || end.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)))
                    ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, call.Syntax.GetLocation(), argument.Value.Syntax, end));
            },
            OperationKind.Invocation);
}
