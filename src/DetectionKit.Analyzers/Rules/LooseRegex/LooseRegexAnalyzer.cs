namespace DetectionKit.Analyzers.Rules.LooseRegex;

/// <summary>A regular expression over names is loose.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LooseRegexAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK6003", "A regular expression over names is loose", "'{0}' {1}", RuleCategory.Comparison, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK6003"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols)
    {
        context.RegisterOperationAction(
            operation =>
            {
                if (RegexUse.Of(operation.Operation) is not { Pattern: { } pattern } use || !(symbols.IsDetection(operation.ContainingSymbol.ContainingType) || QueryLambda.Around(operation.Operation, symbols) is not null)) return;
                var loose = RegexShape.HasBareDotBeforeExtension(pattern) ? "has a dot that stands for any character: write \\\\. for a dot" : RegexShape.IsNameWithoutAnchor(pattern) ? "is found anywhere in a longer name: end it with $ or begin it with ^" : null;
                if (loose is not null) operation.ReportDiagnostic(Diagnostic.Create(s_rule, use.PatternSyntax.GetLocation(), pattern, loose));
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation);
    }
}
