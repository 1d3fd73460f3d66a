using DetectionKit.Queries;

namespace DetectionKit.Tests.Interpretation;

internal sealed partial class PlanInterpreter
{
    private IEnumerable<Row> Ordered(IEnumerable<Row> rows) =>
        rows.OrderBy(row => row.Time).ThenBy(row => row.Key, Comparer<IReadOnlyList<(string, object?)>?>.Create(CompareKeys)).ThenBy(row => row.Event, ValueComparer.Instance);

    private List<Row> Sequence(SequenceNode node, List<Row> firsts, List<Row> nexts, object options)
    {
        var span = ((TimeSpan)Call(node.Within, options)!).Ticks;
        var ordered = Ordered(nexts).ToList();
        var made = new List<Row>();
        foreach (var first in firsts)
        {
            var key = Call(node.By, options, first.Value);
            var second = ordered.FirstOrDefault(next => next.Time >= first.Time && next.Time - first.Time <= span && !AreOne(first, next)
                && SameKey(node, key, next, options) && (node.Condition is null || (bool)Call(node.Condition, options, first.Value, next.Value)!));
            if (node.Step == SequenceStep.Absent ? second is not null : node.Step == SequenceStep.Required && second is null) continue;
            var time = second?.Time ?? first.Time + span;
            made.Add(new(Call(node.Result, options, first.Value, second?.Value), time, first.Start, PartsOf(node.By.Lambda, key), null, Times(first, second)) { Tier = first.Tier, Stage = node });
        }

        return made;
    }

    private List<Row> Latest(LatestNode node, List<Row> rows, List<Row> others, object options)
    {
        var span = node.Within is null ? long.MaxValue : ((TimeSpan)Call(node.Within, options)!).Ticks;
        var ordered = Ordered(others).ToList();
        var made = new List<Row>();
        foreach (var row in rows)
        {
            var key = Call(node.By, options, row.Value);
            var latest = ordered.LastOrDefault(other => other.Time <= row.Time && row.Time - other.Time <= span && !AreOne(row, other) && SameKey(node, key, other, options));
            if (latest is null && !node.IsOptional) continue;
            made.Add(row with { Value = Call(node.Result, options, row.Value, latest?.Value), Times = Times(row, latest is { Key: null } ? latest : null) });
        }

        return made;
    }

    private bool SameKey(MatchNode node, object? key, Row other, object options) =>
        Identity(PartsOf(node.By.Lambda, key)) == Identity(PartsOf(node.OtherBy.Lambda, Call(node.OtherBy, options, other.Value)));

    private static bool AreOne(Row x, Row y) => x.Time == y.Time && x.Start == y.Start && x.Stage == y.Stage
        && (x.Event is not null ? ValueComparer.Instance.Compare(x.Event, y.Event) == 0 : CompareKeys(x.Key, y.Key) == 0);

    private static IReadOnlyList<long> Times(Row x, Row? y) => [.. x.Times.Concat(y?.Times ?? []).Order()];
}
