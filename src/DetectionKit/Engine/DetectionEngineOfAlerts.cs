using System.Runtime.ExceptionServices;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>
/// The engine of one run: events and watermarks go in, alerts come out. It reads no clock, starts no task and writes no log; every runtime is a thin driver on it.
/// </summary>
internal sealed class DetectionEngine<TAlert, TOptions> : DetectionEngine
    where TOptions : class, new()
{
    private readonly DetectionPlan _plan;
    private readonly RunContext<TOptions> _run;
    private readonly EventClock _clock;
    private readonly Dictionary<Type, SourceInput> _sources = [];
    private readonly OutputOperator<TAlert> _output;
    private readonly SharedWindows? _shared;
    private readonly PaneSweep<TOptions>? _sweep;
    private readonly List<(Alert<TAlert> Alert, long Due)> _alerts = [];
    private string _optionsHash;
    private bool _hasMeetingStages;

    internal DetectionEngine(DetectionPlan plan, DetectionInfo info, TOptions options, RunSettings settings, RunReport report, SharedWindows? shared = null, PaneSweep<TOptions>? sweep = null)
    {
        _plan = plan;
        _sweep = sweep;
        _shared = shared;
        _run = new(options, settings, report);
        _optionsHash = OptionsText.Hash(options);
        _clock = new(settings.Disorder ?? Disorder.Any, settings.FarFutureLimit);
        foreach (var node in plan.Sources)
        {
            var source = (SourceInput)Activator.CreateInstance(typeof(SourceInput<,>).MakeGenericType(node.RowType, typeof(TOptions)), node, plan, _run, _clock)!;
            _sources.Add(node.RowType, source);
            _clock.Add(source);
        }

        var builder = Builder();
        _output = new(info, () => _optionsHash, report, _alerts) { Lateness = builder.LatenessOfOutput(), Delay = builder.DelayOfOutput() };
        Connect(builder);
    }

    internal override bool TakesEvents => _sources.Values.Any(source => source.IsConnected);

    internal TOptions Options => _run.Options;

    internal override Type? SourceOf(Type eventType) =>
        _sources.ContainsKey(eventType) ? eventType : eventType.IsValueType ? null : _plan.Sources.Select(node => node.RowType).FirstOrDefault(source => source.IsAssignableFrom(eventType));

    /// <summary>The alerts made since the caller last took them.</summary>
    internal IReadOnlyList<Alert<TAlert>> TakeAlerts()
    {
        if (_alerts.Count == 0) return [];
        var alerts = new Alert<TAlert>[_alerts.Count];
        for (var i = 0; i < alerts.Length; i++) alerts[i] = _alerts[i].Alert;
        _alerts.Clear();
        return alerts;
    }

    internal override void TakeAlerts(Action<Alert, long> take)
    {
        foreach (var (alert, due) in _alerts) take(alert, due);
        _alerts.Clear();
    }

    internal override void Push<T>(EventBatch<T> batch)
    {
        if (!_sources.TryGetValue(typeof(T), out var source)) throw UnknownSource(typeof(T));
        if (source.IsComplete) throw new InvalidOperationException($"The source of {typeof(T).Name} is complete: it takes no more events.");

        // Engines that run together have one report, and each event counts once in it.
        if (_shared is null && _sweep is null) _run.Report.AddEvents(batch.Count);
        try
        {
            ((SourceInput<T, TOptions>)source).Push(batch, _hasMeetingStages ? Advance : null);
            Propagate();
        }
        catch (ReportHandlerException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
    }

    /// <summary>A watermark below which no alert leaves because of what has come so far; <c>long.MinValue</c> where the engine can't tell.</summary>
    internal long NextDue
    {
        get
        {
            if (_run.Settings.Trigger == AlertTrigger.Early) return long.MinValue;
            var due = _run.Operators.Min(stage => stage.NextDue);

            // Each stage's output is complete a tick further than its input.
            return due == long.MinValue ? due : due - _run.Operators.Count;
        }
    }

    /// <summary>A watermark below which no alert leaves because of an event of this time that has yet to come.</summary>
    internal long DueAfter<T>(long time) => Source(typeof(T)).DueAfter(time);

    internal override void AdvanceWatermark(long watermark)
    {
        _clock.Reach(watermark);
        Propagate();
    }

    internal override void MarkIdle(Type eventType)
    {
        Source(eventType).IsIdle = true;
        _clock.Update();
        Propagate();
    }

    internal override void Complete(Type eventType)
    {
        Source(eventType).IsComplete = true;
        _clock.Update();
        Propagate();
    }

    internal override void Complete()
    {
        foreach (var source in _sources.Values) source.IsComplete = true;
        _clock.Update();
        Propagate();
    }

    /// <summary>Takes other options from here on. Open windows go on under them, but where a key or a window has changed state starts anew.</summary>
    internal void UpdateOptions(TOptions options)
    {
        var changed = OptionsText.Changed(_run.Options, options);
        _run.Options = options;
        _optionsHash = OptionsText.Hash(options);
        if (changed.Count == 0 || !(_run.StateOptions.Overlaps(changed) || _run.StateOptions.Contains("*"))) return;
        foreach (var source in _sources.Values) source.Disconnect();
        _output.Disconnect();
        _run.Operators.Clear();
        _run.Report.AddStateReset();
        Connect(Builder());
        Propagate();
    }

    private EngineBuilder<TOptions> Builder() => new(_plan, _run, node => (ISourceEdges)_sources[node.RowType], _shared);

    private void Connect(EngineBuilder<TOptions> builder)
    {
        if (_sweep is null) builder.Connect(_plan.Root, [], new OutputTarget(_output), "");
        else builder.ConnectSweep(SweepShape.Of(_plan)!, _sweep);
        _run.Operators.Add(_output);
        _hasMeetingStages = _run.Operators.Exists(stage => stage.HasSeveralInputs);
    }

    private void Advance(long watermark)
    {
        foreach (var source in _sources.Values) source.OnWatermark(watermark);
    }

    private void Propagate()
    {
        try
        {
            if (_clock.Watermark != long.MinValue) Advance(_clock.Watermark);
        }
        catch (ReportHandlerException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }

        Account();
    }

    internal override void Account() => _run.Account(_clock.Watermark);

    private SourceInput Source(Type eventType) => _sources.TryGetValue(eventType, out var source) ? source : throw UnknownSource(eventType);

    private ArgumentException UnknownSource(Type eventType) =>
        new($"The detection reads no {eventType.Name}; it reads {string.Join(", ", _sources.Keys.Select(type => type.Name))}.");
}
