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
public sealed class DetectionRun<TAlert, TOptions> : IEventRun<Alert<TAlert>>
    where TOptions : class, new()
{
    private readonly DetectionEngine<TAlert, TOptions> _engine;
    private readonly DetectionPlan _plan;
    private readonly string _id;
    private readonly Type[] _sources;
    private object? _single;
    private IOptionsMonitor<TOptions>? _monitor;
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
        DerivedEvents.PushAsRead(_engine, batch);
        return _engine.TakeAlerts();
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

    // Options that may change with any event are looked at before each.
    IEventGatherer<T, Alert<TAlert>>? IEventRun<Alert<TAlert>>.Gatherer<T>() =>
        _monitor is null && Settings.BatchSize > 1 && Settings.Trigger == AlertTrigger.AtClose && _sources is [var only] && only == typeof(T) ? new EventGatherer<T, TAlert, TOptions>(_plan, this, _engine) : null;

    /// <summary>Says that no event earlier than <paramref name="watermark"/> is to come. It never goes back.</summary>
    /// <returns>The alerts of the windows that close.</returns>
    public IReadOnlyList<Alert<TAlert>> AdvanceWatermark(DateTimeOffset watermark)
    {
        ThrowIfComplete();
        _engine.AdvanceWatermark(watermark.UtcTicks);
        return _engine.TakeAlerts();
    }

    /// <summary>Says that a source is silent for now: until its next event it holds no window open.</summary>
    /// <returns>The alerts of the windows that close.</returns>
    public IReadOnlyList<Alert<TAlert>> MarkIdle<T>()
    {
        ThrowIfComplete();
        _engine.MarkIdle(_engine.SourceOf(typeof(T)) ?? typeof(T));
        return _engine.TakeAlerts();
    }

    /// <summary>Says that a source has ended; the run is complete when all have.</summary>
    /// <returns>The alerts of the windows that close.</returns>
    public IReadOnlyList<Alert<TAlert>> Complete<T>()
    {
        ThrowIfComplete();
        _engine.Complete(_engine.SourceOf(typeof(T)) ?? typeof(T));
        return _engine.TakeAlerts();
    }

    /// <summary>Says that there are no more events: all windows close.</summary>
    /// <returns>Their alerts.</returns>
    public IReadOnlyList<Alert<TAlert>> Complete()
    {
        ThrowIfComplete();
        _isComplete = true;
        _engine.Complete();
        return _engine.TakeAlerts();
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

    /// <summary>Takes the options of a monitor, before each batch.</summary>
    internal DetectionRun<TAlert, TOptions> Following(IOptionsMonitor<TOptions> monitor)
    {
        _monitor = monitor;
        return this;
    }

    // When the newest options are not valid, or the monitor throws for that, the run goes on under the old ones, and the report counts the change once.
    void IEventRun<Alert<TAlert>>.Refresh()
    {
        if (_monitor is null) return;
        TOptions? newest = null;
        try
        {
            newest = _monitor.CurrentValue;
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

    private void ThrowIfComplete()
    {
        if (_isComplete) throw new InvalidOperationException("The run is complete: start another.");
    }
}
