using System.Linq.Expressions;
using DetectionKit.Engine;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Says what a stage does, in one line and what lines it needs more.</summary>
internal static class StageText
{
    internal static string Of(PlanNode node, object options) => node switch
    {
        SourceNode source => $"{TypeText.Of(source.RowType)}, at the event time {Unprefixed(source.Time.Lambda)}",
        WhereNode where => where.Predicate.ToString(),
        SelectNode select => select.Selector.ToString(),
        AggregateNode aggregate => Aggregate(aggregate, options),
        TierNode => "the first of these that holds",
        MergeNode => $"the {TypeText.Of(node.RowType)} of both",
        DistinctNode first => $"one a {By(first)} within {Span(first, options)}",
        FirstSeenNode first => $"one whose {By(first)} was not seen for {Span(first, options)}",
        SequenceNode sequence => $"{TypeText.Of(sequence.Inputs[0].RowType)} by {KeyNames(sequence.By.Lambda)}, {StepOf(sequence)} {TypeText.Of(sequence.Inputs[1].RowType)} by {KeyNames(sequence.OtherBy.Lambda)} within {SpanOf(sequence.Within, options)}",
        LatestNode latest => $"{TypeText.Of(latest.Inputs[0].RowType)} by {KeyNames(latest.By.Lambda)}, with the latest {TypeText.Of(latest.Inputs[1].RowType)} by {KeyNames(latest.OtherBy.Lambda)}{(latest.Within is { } age ? $" of the last {SpanOf(age, options)}" : "")}{(latest.IsOptional ? ", if there is one" : "")}",
        AlertsNode alerts => $"of {alerts.Detection.Info.Id}, under options of its own",
        SuppressNode first => $"none that follows another of its {By(first)} within {Span(first, options)}",
        _ => string.Join("; ", node.Expressions),
    };

    internal static IReadOnlyList<string> Lines(PlanNode node) => node switch
    {
        AggregateNode aggregate => [.. Having(aggregate), .. Members(aggregate.Result.Lambda)],
        TierNode tiers => [.. Tiers(tiers), $"select {tiers.Result}"],
        SequenceNode { Condition: { } condition } => [$"where {condition}", .. Made((MatchNode)node)],
        MatchNode match => [.. Made(match)],
        _ => [],
    };

    /// <summary>The names of a key's parts.</summary>
    internal static string KeyNames(LambdaExpression key) => new KeyShape(key).Parts is { Count: > 0 } parts ? string.Join(", ", parts.Select(part => part.Name)) : "one key";

    private static string Aggregate(AggregateNode node, object options)
    {
        var by = node.Key is null ? "" : $" by {KeyNames(node.Key.Lambda)}";
        return $"{TypeText.Of(node.Inputs[0].RowType)}{by} in {WindowText.Of(node.Window.Lambda, options)}";
    }

    private static IEnumerable<string> Having(AggregateNode node) => node.Having.Select(having => $"having {having}");

    private static IEnumerable<string> Members(LambdaExpression result)
    {
        if (result.Body is not NewExpression { Members: { } members } made) return [$"select {ExpressionText.Of(result)}"];
        var texts = members.Select((member, i) => (member.Name, Text: ExpressionText.Of(made.Arguments[i]))).ToList();
        var width = texts.Max(member => member.Name.Length);
        return texts.Select(member => $"{member.Name.PadRight(width)} = {member.Text}");
    }

    private static IEnumerable<string> Tiers(TierNode node)
    {
        var width = Math.Max(node.Tiers.Max(tier => tier.Tier.Name.Length), node.Otherwise?.Name.Length ?? 0);
        foreach (var tier in node.Tiers) yield return $"{tier.Tier.Name.PadRight(width)}  {tier.When}";
        yield return node.Otherwise is { } rest ? $"{rest.Name.PadRight(width)}  otherwise" : "otherwise no alert";
        if (node.Raise is { } raise) yield return $"one tier higher when {raise}";
    }

    private static string By(FirstPerKeyNode node) => KeyNames(node.By.Lambda);

    private static string Span(FirstPerKeyNode node, object options) => SpanOf(node.Within, options);

    internal static string SpanOf(PlanExpression within, object options) => SymbolText.WithValue(within.Lambda.Body, within.Lambda.Parameters[^1], options);

    private static string StepOf(SequenceNode node) => node.Step switch
    {
        SequenceStep.Required => "each followed by",
        SequenceStep.Optional => "followed, if one comes, by",
        _ => "none of them followed by",
    };

    // A sequence whose second step is absent passes its first row on.
    private static IEnumerable<string> Made(MatchNode node) => node.Result.Lambda.Body is ParameterExpression ? [] : [$"select {node.Result}"];

    private static string Unprefixed(LambdaExpression time) => time.Body is MemberExpression { Expression: ParameterExpression } member ? member.Member.Name : ExpressionText.Of(time);
}
