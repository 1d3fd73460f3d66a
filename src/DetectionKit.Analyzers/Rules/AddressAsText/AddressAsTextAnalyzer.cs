namespace DetectionKit.Analyzers.Rules.AddressAsText;

/// <summary>An address is compared as text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AddressAsTextAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK6002", "An address is compared as text", "{0} is compared as text: 10.1.2.3 has several spellings, and a prefix is no network. Ask a network: NetworkSet.Parse(\"10.0.0.0/8\").Contains(…), or an option of type NetworkSet.", RuleCategory.Comparison, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK6002"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (call.TargetMethod is { Name: "StartsWith" or "EndsWith" or "Contains", ContainingType.SpecialType: SpecialType.System_String } && call.Instance is { } text && IsAddress(text))
                    ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, call.Syntax.GetLocation(), text.Syntax));
                if (call.TargetMethod is { Name: "IsMatch", ContainingType.Name: "Regex" } && call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "input")?.Value is { } input && IsAddress(input))
                    ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, call.Syntax.GetLocation(), input.Syntax));
            },
            OperationKind.Invocation);

    private static bool IsAddress(IOperation text) => QueryLambda.Plain(text) switch
    {
        IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { Name: "IPAddress", ContainingNamespace.Name: "Net" } } => true,
        IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String, Name: var name } } => name.EndsWith("Address", StringComparison.Ordinal) || name.EndsWith("Ip", StringComparison.Ordinal) || name.EndsWith("IP", StringComparison.Ordinal),
        _ => false,
    };
}
