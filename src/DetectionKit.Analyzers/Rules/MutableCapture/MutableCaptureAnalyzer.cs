namespace DetectionKit.Analyzers.Rules.MutableCapture;

/// <summary>A query captures what can change.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MutableCaptureAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK5001", "A query captures what can change", "{0} can change while the rule runs, and its value is not part of the plan: make it readonly, a constant or an option", RuleCategory.Determinism, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK5001"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                switch (operation.Operation)
                {
                    case IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false } field } reference when field.ContainingType.TypeKind != TypeKind.Enum && (field.IsStatic || reference.Instance is IInstanceReferenceOperation):
                        ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, reference.Syntax.GetLocation(), field.Name));
                        break;
                    case ILocalReferenceOperation { Local: { IsConst: false } local } reference when local.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.LambdaMethod } && IsWrittenAgain(reference):
                        ReportWithinQuery(operation, symbols, Diagnostic.Create(s_rule, reference.Syntax.GetLocation(), local.Name));
                        break;
                }
            },
            OperationKind.FieldReference,
            OperationKind.LocalReference);

    private static bool IsWrittenAgain(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is not null) root = root.Parent;
        return root.Descendants().Any(o => o switch
        {
            IAssignmentOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, reference.Local),
            IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, reference.Local),
            _ => false,
        });
    }
}
