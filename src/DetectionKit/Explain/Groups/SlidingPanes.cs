using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>The panes of a sliding window about a time, one an event. The engine makes one row an episode, so it is asked for each pane by its end.</summary>
internal static class SlidingPanes
{
    private const int Most = 100;

    internal static IReadOnlyList<PaneRow> About<T, TAlert, TOptions>(
        Detection<TAlert, TOptions> detection, SourceNode source, AggregateNode aggregate, KeyPattern pattern, TOptions options, IReadOnlyList<GroupEvent<T>> events, DateTimeOffset asked)
        where TOptions : class, new()
    {
        var passing = events.Where(e => e.FellAt is null && e.Ticks != long.MinValue).OrderBy(e => e.Ticks).ToList();
        var end = new PaneEnd();
        var plan = PanePlan.Of(detection.Plan, aggregate, pattern, end: end);
        var panes = new List<PaneRow>();
        foreach (var ticks in passing.Select(e => e.Ticks).Distinct().Where(ticks => ticks >= asked.UtcTicks))
        {
            end.Time = new(ticks, TimeSpan.Zero);
            var run = new PaneRun<TOptions>(plan, detection.Info, options, PaneRun<TOptions>.AnyOrder, source.RowType);
            var pane = run.Of(passing.TakeWhile(e => e.Ticks <= ticks).Select(e => e.Event).ToArray());
            if (pane.Any(made => made.Window.Start > asked) || panes.Count >= Most) break;
            panes.AddRange(pane);
        }

        return panes;
    }
}
