using System.Runtime.ExceptionServices;
using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>
/// A run of several detections that its caller drives: push events, advance the watermark, complete; each call returns the alerts that it causes, by the
/// watermark that made them due, then in the order of the detections in the set. Not safe for use by several threads at once.
/// </summary>
/// <remarks>
/// The report counts each event once. An event that several detections set aside as late or faulty counts once for each, or once for those that share their state.
/// </remarks>
public sealed class DetectionSetRun : IEventRun<Alert>
{
    private readonly DetectionEngine[] _engines;

    // The engines with a way for events into them; the others follow one of these.
    private readonly DetectionEngine[] _fed;
    private readonly DetectionEngine[] _following;
    private readonly Type[] _sources;
    private readonly List<(Alert Alert, long Due)> _made = [];
    private readonly List<Alert> _alerts = [];
    private readonly bool _isEarly;
    private object? _single;
    private bool _isComplete;

    internal DetectionSetRun(ISetMember[] members, RunSettings settings, RunReport report)
    {
        (Settings, Report) = (settings, report);
        _isEarly = settings.Trigger == AlertTrigger.Early;
        var shared = new SharedWindows();
        _engines = Array.ConvertAll(members, member => member.Start(settings, report, shared));
        _fed = Array.FindAll(_engines, engine => engine.TakesEvents);
        _following = Array.FindAll(_engines, engine => !engine.TakesEvents);
        _sources = [.. members.SelectMany(member => member.Detection.Plan.Sources).Select(source => source.RowType).Distinct()];
    }

    /// <summary>What the run counts and sets aside.</summary>
    public RunReport Report { get; }

    /// <summary>The settings, with the runtime's defaults filled in.</summary>
    public RunSettings Settings { get; }

    /// <summary>How many of the detections take events of their own; the others share the state of one of these.</summary>
    public int States => _fed.Length;

    /// <summary>Reads a batch of events.</summary>
    /// <returns>The alerts that it causes.</returns>
    /// <exception cref="ArgumentException">No detection of the set reads events of this type.</exception>
    /// <exception cref="InvalidOperationException">The run, or the source of these events, is complete.</exception>
    public IReadOnlyList<Alert> Push<T>(EventBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ThrowIfComplete();
        ThrowIfUnread(typeof(T));
        Report.AddEvents(batch.Count);

        if (!_isEarly)
        {
            Step(_fed, engine => PushInto(engine, batch));
            return Take();
        }

        // An early alert leaves with its event: those of one event are then in the order of the detections, whatever the batches.
        for (var row = 0; row < batch.Count; row++)
        {
            var position = batch.PositionOf(row);
            var single = new ObjectBatch<T>([batch.Materialise(row)], 1, position is { } known ? [known] : null) { WatermarkLimit = batch.WatermarkLimit };
            Step(_fed, engine => PushInto(engine, single));
        }

        return Take();
    }

    /// <summary>Reads one event.</summary>
    /// <returns>The alerts that it causes.</returns>
    /// <inheritdoc cref="Push{T}" path="/exception"/>
    public IReadOnlyList<Alert> PushEvent<T>(T e)
    {
        // One batch serves event after event: the engine keeps events, never batches.
        if (_single is not ObjectBatch<T> single) _single = single = new ObjectBatch<T>(new T[1]);
        single.Items[0] = e;
        return Push(single);
    }

    /// <summary>Says that no event earlier than <paramref name="watermark"/> is to come. It never goes back.</summary>
    /// <returns>The alerts of the windows that close.</returns>
    public IReadOnlyList<Alert> AdvanceWatermark(DateTimeOffset watermark)
    {
        ThrowIfComplete();
        Step(_fed, engine => engine.AdvanceWatermark(watermark.UtcTicks));
        return Take();
    }

    /// <summary>Says that a source is silent for now: until its next event it holds no window open.</summary>
    /// <returns>The alerts of the windows that close.</returns>
    public IReadOnlyList<Alert> MarkIdle<T>()
    {
        ThrowIfComplete();
        ThrowIfUnread(typeof(T));
        Step(_fed, engine =>
        {
            if (engine.SourceOf(typeof(T)) is { } source) engine.MarkIdle(source);
        });
        return Take();
    }

    /// <summary>Says that a source has ended; the run is complete when all have.</summary>
    /// <returns>The alerts of the windows that close.</returns>
    public IReadOnlyList<Alert> Complete<T>()
    {
        ThrowIfComplete();
        ThrowIfUnread(typeof(T));
        Step(_fed, engine =>
        {
            if (engine.SourceOf(typeof(T)) is { } source) engine.Complete(source);
        });
        return Take();
    }

    /// <summary>Says that there are no more events: all windows close.</summary>
    /// <returns>Their alerts.</returns>
    public IReadOnlyList<Alert> Complete()
    {
        ThrowIfComplete();
        _isComplete = true;
        Step(_engines, engine => engine.Complete());
        return Take();
    }

    void IEventRun<Alert>.Refresh()
    {
    }

    IEventGatherer<T, Alert>? IEventRun<Alert>.Gatherer<T>() => null;

    private static void PushInto<T>(DetectionEngine engine, EventBatch<T> batch)
    {
        if (engine.SourceOf(typeof(T)) is not null) DerivedEvents.PushAsRead(engine, batch);
    }

    // What throws for one detection (a handler of the report) is thrown when all have had their turn; what alerts there are then leave with the next call.
    private void Step(DetectionEngine[] engines, Action<DetectionEngine> action)
    {
        ExceptionDispatchInfo? failure = null;
        foreach (var engine in engines)
        {
            try
            {
                action(engine);
            }
            catch (Exception e)
            {
                failure ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        foreach (var engine in _following) engine.Account();
        Collect();
        failure?.Throw();
    }

    private void Collect()
    {
        foreach (var engine in _engines) engine.TakeAlerts((alert, due) => _made.Add((alert, due)));
        if (_made.Count == 0) return;

        // The sort is stable, and what is due at once stands in the order of the engines.
        IEnumerable<(Alert Alert, long Due)> ordered = _isEarly ? _made : _made.OrderBy(alert => alert.Due);
        _alerts.AddRange(ordered.Select(alert => alert.Alert));
        _made.Clear();
    }

    private Alert[] Take()
    {
        Alert[] alerts = [.. _alerts];
        _alerts.Clear();
        return alerts;
    }

    private void ThrowIfUnread(Type eventType)
    {
        if (Array.Exists(_fed, engine => engine.SourceOf(eventType) is not null)) return;
        throw new ArgumentException($"No detection of the set reads {eventType.Name}; they read {string.Join(", ", _sources.Select(source => source.Name))}.");
    }

    private void ThrowIfComplete()
    {
        if (_isComplete) throw new InvalidOperationException("The run is complete: start another.");
    }
}
