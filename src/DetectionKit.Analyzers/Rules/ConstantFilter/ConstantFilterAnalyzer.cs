using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.ConstantFilter;

/// <summary>A filter is always the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ConstantFilterAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK7007", "A filter is always the same", "This is always {0}", RuleCategory.Query, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK7007"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "Where" || ConditionReader.Of(stage, 0, symbols) is not { } condition || condition.All.OfType<NumberCondition>().Any(c => c.Number.Least is not null)) return;
            if (!Satisfiability.CanHold(condition)) operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage), "false: nothing is ever let through"));
            else if (!Satisfiability.CanHold(new OppositeCondition(condition))) operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage), "true: it filters nothing"));
        });
}
