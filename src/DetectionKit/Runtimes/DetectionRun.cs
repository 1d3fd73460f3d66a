using System.Diagnostics.CodeAnalysis;
using DetectionKit.Engine;
using DetectionKit.Queries;
using Microsoft.Extensions.Options;

namespace DetectionKit;

/// <summary>
/// A run that its caller drives: push events, advance the watermark, complete; each call returns the alerts that it causes. The runtimes over lists, async streams
/// and observables are thin drivers on it. Not safe for use by several threads at once.
/// </summary>
/// <typeparam name="TAlert">What an alert says.</typeparam>
/// <typeparam name="TOptions">The options.</typeparam>
public sealed class DetectionRun<TAlert, TOptions>
    where TOptions : class, new()
{
    private readonly DetectionEngine<TAlert, TOptions> _engine;
    private readonly DetectionPlan _plan;
    private readonly string _id;
    private readonly Type[] _sources;
    private object? _single;
    private bool _isComplete;
    private TOptions? _refused;
    private string? _refusal;

    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal DetectionRun(Detection<TAlert, TOptions> detection, DetectionPlan plan, TOptions? options, RunSettings? settings, RunReport? report, Disorder runtimeDefault)
    {
        (_plan, _id) = (plan, detection.Info.Id);
        Report = report ?? new();
        Settings = (settings ?? RunSettings.Default).Validated(runtimeDefault);
        options ??= new();
        DetectionOptionsValidator.ThrowIfInvalid(options, _id);
        _sources = [.. plan.Sources.Select(source => source.RowType)];
        _engine = new(plan, detection.Info, options, Settings, Report);
    }

    /// <summary>What the run counts and sets aside.</summary>
    public RunReport Report { get; }

    /// <summary>The settings, with the runtime's defaults filled in.</summary>
    public RunSettings Settings { get; }

    /// <summary>The options in force.</summary>
    public TOptions Options => _engine.Options;

    /// <summary>Reads a batch of events.</summary>
    /// <returns>The alerts that it causes.</returns>
    /// <exception cref="ArgumentException">The detection does not read events of this type.</exception>
    /// <exception cref="InvalidOperationException">The run, or the source of these events, is complete.</exception>
    public IReadOnlyList<Alert<TAlert>> Push<T>(EventBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ThrowIfComplete();
        if (SourceOf<T>() is var source && source == typeof(T)) _engine.Push(batch);
        else DerivedEvents.Push(_engine, batch, source);

        return Take();
    }

    /// <summary>Reads one event.</summary>
    /// <returns>The alerts that it causes.</returns>
    public IReadOnlyList<Alert<TAlert>> PushEvent<T>(T e)
    {
        // One batch serves event after event: the engine keeps events, never batches.
        if (_single is not ObjectBatch<T> single) _single = single = new ObjectBatch<T>(new T[1]);
        single.Items[0] = e;
        return Push(single);
    }

    /// <summary>A gatherer of events for this run, where it can be told when an alert is due; else null.</summary>
    internal EventGatherer<T, TAlert, TOptions>? Gatherer<T>() =>
        Settings.BatchSize > 1 && Settings.Trigger == AlertTrigger.AtClose && _sources is [var only] && only == typeof(T) ? new(_plan, this, _engine) : null;

    /// <summary>Says that no event earlier than <paramref name="watermark"/> is to come. It never goes back.</summary>
    /// <returns>The alerts of the windows that close.</returns>
    public IReadOnlyList<Alert<TAlert>> AdvanceWatermark(DateTimeOffset watermark)
    {
        ThrowIfComplete();
        _engine.AdvanceWatermark(watermark.UtcTicks);
        return Take();
    }

    /// <summary>Says that a source is silent for now: until its next event it holds no window open.</summary>
    /// <returns>The alerts of the windows that close.</returns>
    public IReadOnlyList<Alert<TAlert>> MarkIdle<T>()
    {
        ThrowIfComplete();
        _engine.MarkIdle(SourceOf<T>());
        return Take();
    }

    /// <summary>Says that a source has ended; the run is complete when all have.</summary>
    /// <returns>The alerts of the windows that close.</returns>
    public IReadOnlyList<Alert<TAlert>> Complete<T>()
    {
        ThrowIfComplete();
        _engine.Complete(SourceOf<T>());
        return Take();
    }

    /// <summary>Says that there are no more events: all windows close.</summary>
    /// <returns>Their alerts.</returns>
    public IReadOnlyList<Alert<TAlert>> Complete()
    {
        ThrowIfComplete();
        _isComplete = true;
        _engine.Complete();
        return Take();
    }

    /// <summary>
    /// Takes other options from the next event on. Thresholds apply at once to open windows; filters to later events; a changed key or window starts new state, which the
    /// report counts.
    /// </summary>
    /// <exception cref="DetectionOptionsException">The options are not valid; the run goes on under the old ones.</exception>
    public void UpdateOptions(TOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (ReferenceEquals(options, _engine.Options)) return;
        DetectionOptionsValidator.ThrowIfInvalid(options, _id);
        _engine.UpdateOptions(options);
    }

    // The source of events of a type, or of the class that they derive from; an unknown type is the engine's to refuse.
    private Type SourceOf<T>() => Array.IndexOf(_sources, typeof(T)) < 0 && !typeof(T).IsValueType ? Array.Find(_sources, source => source.IsAssignableFrom(typeof(T))) ?? typeof(T) : typeof(T);

    /// <summary>
    /// Takes a monitor's newest options, if they are others. When they are not valid, or the monitor throws for that, the run goes on under the old ones, and the report counts
    /// the change once.
    /// </summary>
    /// <param name="monitor">The monitor; null for options that do not change.</param>
    internal void Follow(IOptionsMonitor<TOptions>? monitor)
    {
        if (monitor is null) return;
        TOptions? newest = null;
        try
        {
            newest = monitor.CurrentValue;
            if (ReferenceEquals(newest, _refused)) return;
            UpdateOptions(newest);
            (_refused, _refusal) = (null, null);
        }
        catch (Exception e) when (e is OptionsValidationException or DetectionOptionsException)
        {
            _refused = newest;
            if (e.Message == _refusal) return;
            _refusal = e.Message;
            Report.AddRefusedOptions(e.Message);
        }
    }

    private IReadOnlyList<Alert<TAlert>> Take()
    {
        if (_engine.Alerts.Count == 0) return [];
        var alerts = _engine.Alerts.ToArray();
        _engine.Alerts.Clear();
        return alerts;
    }

    private void ThrowIfComplete()
    {
        if (_isComplete) throw new InvalidOperationException("The run is complete: start another.");
    }
}
