using DetectionKit.Analyzers.Reasoning;

namespace DetectionKit.Analyzers.Rules.RepeatedFilter;

/// <summary>A filter repeats or contradicts an earlier one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RepeatedFilterAnalyzer : DetectionAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new(
        "DK7006", "A filter repeats or contradicts an earlier one", "{0}", RuleCategory.Query, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleDescriptor.PageOf("DK7006"));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    protected override void Start(CompilationStartAnalysisContext context, DetectionSymbols symbols) =>
        OnStage(context, symbols, (operation, stage) =>
        {
            if (stage.TargetMethod.Name != "Where" || ConditionReader.Of(stage, 0, symbols) is not { } condition) return;
            var earlier = QueryStages.AllBefore(stage, symbols).TakeWhile(before => before.TargetMethod.Name == "Where").Select(before => ConditionReader.Of(before, 0, symbols)).OfType<Condition>().ToList();
            if (earlier.Count == 0 || !Satisfiability.CanHold(earlier) || !Satisfiability.CanHold(condition) || !Satisfiability.CanHold(new OppositeCondition(condition))) return;
            if (!Satisfiability.CanHold(earlier.Append(condition))) operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage), "This contradicts the filter before it: nothing is ever let through"));
            else if (!Satisfiability.CanHold(earlier.Append(new OppositeCondition(condition)))) operation.ReportDiagnostic(Diagnostic.Create(s_rule, QueryStages.NameOf(stage), "The filter before it already makes sure of this"));
        });
}
