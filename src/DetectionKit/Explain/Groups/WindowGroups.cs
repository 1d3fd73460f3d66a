using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>
/// The groups of a key at one aggregate: which of their events fall where, and the panes that the engine makes of the others. All events go through the engine, so that
/// the watermark is that of a real run; a filter on the key keeps only the state that is asked for.
/// </summary>
internal sealed class WindowGroups<T, TAlert, TOptions>
    where TOptions : class, new()
{
    private readonly IReadOnlyList<EventRoute> _routes;
    private readonly Func<object?, object?, DateTimeOffset> _time;
    private readonly TOptions _options;
    private readonly DateTimeOffset _asked;
    private readonly PaneRun<TOptions> _run;
    private readonly List<(AlertKey Key, long Ticks)> _late = [];
    private readonly Dictionary<AlertKey, List<PaneRow>> _panes = [];

    internal WindowGroups(
        Detection<TAlert, TOptions> detection, SourceNode source, AggregateNode aggregate, IReadOnlyList<EventRoute> routes, KeyPattern pattern, DateTimeOffset asked, TOptions options, RunSettings settings)
    {
        (Aggregate, Pattern, _routes, _options, _asked) = (aggregate, pattern, routes, options, asked);
        _time = EventStage.Compile<DateTimeOffset>(detection.Plan, source.RowType, row => EventStage.Over(source.Time.Lambda, row));
        Neighbours = new(pattern);
        _run = new(PanePlan.Of(detection.Plan, aggregate, pattern), detection.Info, options, settings with { Trigger = AlertTrigger.AtClose }, source.RowType);
        _run.Report.Late += NoteLate;
    }

    internal AggregateNode Aggregate { get; }

    internal KeyPattern Pattern { get; }

    internal KeyNeighbours Neighbours { get; }

    internal Dictionary<AlertKey, List<GroupEvent<T>>> Events { get; } = [];

    internal RunReport Report => _run.Report;

    /// <summary>The stage before the window that drops repeated rows; null when there is none.</summary>
    internal EventStage? DropsRepeats { get; init; }

    internal IReadOnlyList<PaneRow> PanesOf(AlertKey key) => _panes.GetValueOrDefault(key) ?? [];

    internal long LateIn(AlertKey key, AlertWindow window) => _late.Count(late => late.Key.Equals(key) && late.Ticks >= window.Start.UtcTicks && late.Ticks < window.End.UtcTicks);

    internal void Read(EventBatch<T> batch)
    {
        Keep(_run.Push(batch));
        for (var row = 0; row < batch.Count; row++)
        {
            var e = batch.Materialise(row);
            foreach (var route in _routes)
            {
                var (key, fellAt) = route.Follow(e);
                if (key is null) continue;
                if (!Pattern.Matches(key))
                {
                    if (Events.Count == 0) Neighbours.Add(key);
                    continue;
                }

                if (!Events.TryGetValue(key, out var events)) Events.Add(key, events = []);
                events.Add(new(e, TicksOf(e), fellAt));
            }
        }
    }

    internal void Complete() => Keep(_run.Complete());

    private void Keep(IReadOnlyList<PaneRow> panes)
    {
        foreach (var pane in panes.Where(pane => Holds(pane.Window, _asked)))
        {
            if (!_panes.TryGetValue(pane.Key, out var known)) _panes.Add(pane.Key, known = []);
            known.Add(pane);
        }
    }

    internal static bool Holds(AlertWindow window, DateTimeOffset time) => window.Start <= time && time < window.End;

    private void NoteLate(LateEvent late)
    {
        foreach (var route in _routes)
        {
            if (route.Follow(late.Event) is { Key: { } key, FellAt: null }) _late.Add((key, late.Time.UtcTicks));
        }
    }

    private long TicksOf(T e)
    {
        try
        {
            return _time(e, _options).UtcTicks;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return long.MinValue;
        }
    }
}
