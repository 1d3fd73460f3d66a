namespace DetectionKit.Analyzers.Rules.OptionOutsideQuery;

/// <summary>An option is read outside of a query expression.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OptionOutsideQueryAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK3002", "An option is read outside of a query expression", "{0} is read while the plan is built, when there are no options yet: read it within a lambda of the query", RuleCategory.Time, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK3002"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        context.RegisterOperationAction(
            operation =>
            {
                var read = (IPropertyReferenceOperation)operation.Operation;
                if (read.Instance is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { Name: "Define" } method } parameter }) return;
                if (!SymbolEqualityComparer.Default.Equals(parameter.Type, symbols.OptionsOf(method.ContainingType)) || QueryLambda.Around(read, symbols) is not null) return;
                operation.ReportDiagnostic(Diagnostic.Create(s_rule, read.Syntax.GetLocation(), read.Property.Name));
            },
            OperationKind.PropertyReference);
}
