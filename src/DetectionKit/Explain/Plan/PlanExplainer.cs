using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Explains a detection's plan under given options.</summary>
/// <param name="options">The options; null for the defaults.</param>
internal sealed class PlanExplainer(object? options) : IDetectionVisitor<PlanExplanation>
{
    public PlanExplanation Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
        where TOptions : class, new()
    {
        var typed = OptionsInForce.Of(detection, options);
        var described = OptionsText.Describe(typed).Select(option => new OptionExplanation(option.Name, option.Value)).ToList();
        var plan = detection.Plan;
        var numbers = plan.Stages.Select((stage, i) => (stage, i)).ToDictionary(pair => pair.stage, pair => pair.i + 1);
        return new()
        {
            Detection = detection.Info,
            Stages = [.. plan.Stages.Select(stage => Stage(stage, numbers, typed, described))],
            Sources = SourceReads<TOptions>.Of(plan, typed, numbers),
            Options = described,
            OptionsHash = OptionsText.Hash(typed),
            Rank = [.. detection.Rank?.Parts.Select(part => $"{SymbolText.Name(part.Key.Body, part.Key.Parameters[0])}, {(part.Descending ? "greatest" : "least")} first") ?? []],
        };
    }

    private static StageExplanation Stage(PlanNode node, Dictionary<PlanNode, int> numbers, object options, List<OptionExplanation> described)
    {
        var names = node.Expressions.SelectMany(expression => expression.Options).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Number = numbers[node],
            Kind = node.Kind,
            Inputs = [.. node.Inputs.Select(input => numbers[input])],
            Text = StageText.Of(node, options),
            Lines = StageText.Lines(node),
            Expressions = [.. node.Expressions.Select(ExpressionExplanation.Of)],
            Options = [.. described.Where(option => names.Contains("*") || names.Contains(option.Name.Split(':')[0]))],
        };
    }
}
