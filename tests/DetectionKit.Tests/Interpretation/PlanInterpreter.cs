using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Net;
using DetectionKit.Queries;

namespace DetectionKit.Tests.Interpretation;

/// <summary>
/// Evaluates a plan over a finished list of events in the most obvious way: each lambda on its own, lists all through. It knows the words of the design and nothing of
/// the engine.
/// </summary>
internal sealed partial class PlanInterpreter(DetectionPlan plan)
{
    private readonly ConcurrentDictionary<LambdaExpression, Delegate> _code = new();
    private readonly ConcurrentDictionary<LambdaExpression, PaneFunction> _panes = new();

    /// <summary>The rows that leave the plan, by the end of their windows, then key.</summary>
    internal IReadOnlyList<Row> Run(IReadOnlyList<object> events, object options) =>
        [.. Evaluate(plan.Root, events, options).OrderBy(row => row.Time).ThenBy(row => row.Key, Comparer<IReadOnlyList<(string, object?)>?>.Create(CompareKeys))];

    private List<Row> Evaluate(PlanNode node, IReadOnlyList<object> events, object options) => node switch
    {
        SourceNode source => [.. events.Where(source.RowType.IsInstanceOfType).Select(e => Row.OfEvent(e, ((DateTimeOffset)Call(source.Time, options, e)!).UtcTicks))],
        WhereNode where => [.. Evaluate(node.Inputs[0], events, options).Where(row => (bool)Call(where.Predicate, options, row.Value)!)],
        SelectNode select => [.. Evaluate(node.Inputs[0], events, options).Select(row => row with { Value = Call(select.Selector, options, row.Value) })],
        MergeNode => [.. Evaluate(node.Inputs[0], events, options), .. Evaluate(node.Inputs[1], events, options)],
        TierNode tiers => [.. Evaluate(node.Inputs[0], events, options).SelectMany(row => InTier(tiers, row, options))],
        FirstPerKeyNode first => FirstPerKey(first, Evaluate(node.Inputs[0], events, options), options),
        SequenceNode sequence => Sequence(sequence, Evaluate(node.Inputs[0], events, options), Evaluate(node.Inputs[1], events, options), options),
        LatestNode latest => Latest(latest, Evaluate(node.Inputs[0], events, options), Evaluate(node.Inputs[1], events, options), options),
        AggregateNode aggregate => Aggregate(aggregate, Evaluate(node.Inputs[0], events, options), options),
        _ => throw new NotSupportedException(node.Kind),
    };

    private IEnumerable<Row> InTier(TierNode node, Row row, object options)
    {
        List<AlertTier> all = [.. node.Tiers.Select(tier => tier.Tier)];
        if (node.Otherwise is { } rest) all.Add(rest);
        var place = node.Tiers.ToList().FindIndex(tier => (bool)Call(tier.When, options, row.Value)!);
        if (place < 0) place = node.Otherwise is null ? int.MaxValue : all.Count - 1;
        if (place is > 0 and < int.MaxValue && node.Raise is { } raise && (bool)Call(raise, options, row.Value)!) place--;
        if (all.ElementAtOrDefault(place) is { } tier) yield return row with { Value = Call(node.Result, options, row.Value, tier.Value), Tier = tier };
    }

    private List<Row> FirstPerKey(FirstPerKeyNode node, List<Row> rows, object options)
    {
        var span = ((TimeSpan)Call(node.Within, options)!).Ticks;
        var last = new Dictionary<string, long>();
        var kept = new List<Row>();
        foreach (var row in Ordered(rows))
        {
            var key = Identity(PartsOf(node.By.Lambda, Call(node.By, options, row.Value)));
            var isHeld = last.TryGetValue(key, out var time) && row.Time - time < span;
            if (!isHeld || node is FirstSeenNode) last[key] = row.Time;
            if (!isHeld) kept.Add(row);
        }

        return kept;
    }

    private List<Row> Aggregate(AggregateNode node, List<Row> rows, object options)
    {
        var window = (WindowSpec)Code(node.Window.Lambda).DynamicInvoke(null, options)!;
        var made = new List<Row>();
        foreach (var group in rows.Select(row => (Row: row, Key: node.Key is null ? null : Call(node.Key, options, row.Value)))
            .GroupBy(row => node.Key is null ? "" : Identity(PartsOf(node.Key.Lambda, row.Key))))
        {
            var key = group.First().Key;
            var parts = node.Key is null ? [] : PartsOf(node.Key.Lambda, key);
            var lastTime = long.MinValue;
            var inEpisode = false;
            foreach (var (start, end, pane) in WindowInterpretation.Panes(window, [.. group.Select(row => row.Row)]))
            {
                var passes = node.Having.All(having => (bool)Pane(having.Lambda).Evaluate(pane, key, start, end, options)!);
                var row = passes ? new Row(Pane(node.Result.Lambda).Evaluate(pane, key, start, end, options), end, start, parts, null, [.. pane.Select(r => r.Time).Order()]) { Stage = node } : null;
                if (window is SlidingWindow sliding)
                {
                    // The stages up to the next window decide with the pane's own filter whether it passes, so their outcome is looked at here.
                    passes = row is not null && Passes(node, row, options);
                    var goesOn = inEpisode && end - lastTime < sliding.Size.Ticks;
                    (inEpisode, lastTime) = (passes, end);
                    if (!passes || goesOn) continue;
                }

                if (row is not null) made.Add(row);
            }
        }

        return made;
    }

    // A sliding window fires once per run of times at which the query holds, and what holds is the whole chain of Where and Tier after the aggregate.
    private bool Passes(AggregateNode node, Row row, object options)
    {
        Row? current = row;
        PlanNode at = node;
        while (current is not null && plan.Stages.SingleOrDefault(stage => stage.Inputs.Contains(at)) is { } next)
        {
            at = next;
            switch (next)
            {
                case WhereNode where when !(bool)Call(where.Predicate, options, current.Value)!: return false;
                case WhereNode: break;
                case SelectNode select: current = current with { Value = Call(select.Selector, options, current.Value) }; break;
                case TierNode tiers: current = InTier(tiers, current, options).FirstOrDefault(); break;
                case MergeNode: break;
                default: return true;
            }
        }

        return current is not null;
    }

    private object? Call(PlanExpression expression, object options, params object?[] arguments) => Code(expression.Lambda).DynamicInvoke([.. arguments, options]);

    private Delegate Code(LambdaExpression lambda) => _code.GetOrAdd(lambda, static l => l.Compile());

    private PaneFunction Pane(LambdaExpression lambda) => _panes.GetOrAdd(lambda, static l => new(l));

    private static IReadOnlyList<(string Name, object? Value)> PartsOf(LambdaExpression key, object? value) => key.Body switch
    {
        NewExpression { Members: not null } => ValueText.PartsOf(value!),
        MethodCallExpression { Method.DeclaringType: var type } when type == typeof(ValueTuple) => ValueText.PartsOf(value!),
        MemberExpression member => [(member.Member.Name, value)],
        _ => [("Key", value)],
    };

    private static string Identity(IReadOnlyList<(string Name, object? Value)> parts) =>
        string.Join('|', parts.Select(part => part.Value is IPAddress { IsIPv4MappedToIPv6: true } mapped ? ValueText.Of(mapped.MapToIPv4()) : ValueText.Of(part.Value)));

    private static int CompareKeys(IReadOnlyList<(string Name, object? Value)>? x, IReadOnlyList<(string Name, object? Value)>? y) =>
        x is null || y is null ? (x is null ? 1 : 0) - (y is null ? 1 : 0) : ValueComparer.CompareKeys(x, y);
}
