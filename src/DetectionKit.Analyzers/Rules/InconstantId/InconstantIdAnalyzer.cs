namespace DetectionKit.Analyzers.Rules.InconstantId;

/// <summary>The id of a detection is not constant.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class InconstantIdAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK1005", "The id of a detection is not constant", "The id of a detection is made at run time: alerts of two runs could not be told to be of one rule. Write a constant.", RuleCategory.Metadata, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK1005"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (call.TargetMethod.Name != "Define" || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, symbols.Detection)) return;
                if (call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "id") is { Value: { ConstantValue.HasValue: false } id }) operation.ReportDiagnostic(Diagnostic.Create(s_rule, id.Syntax.GetLocation()));
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(
            operation =>
            {
                var assignment = (ISimpleAssignmentOperation)operation.Operation;
                if (assignment.Target is IPropertyReferenceOperation { Property: { Name: "Id" or "Version", ContainingType: { Name: "DetectionInfo", ContainingNamespace.Name: "DetectionKit" } } } && !assignment.Value.ConstantValue.HasValue)
                    operation.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Value.Syntax.GetLocation()));
            },
            OperationKind.SimpleAssignment);
    }
}
