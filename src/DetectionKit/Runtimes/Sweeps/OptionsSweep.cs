using System.Diagnostics.CodeAnalysis;
using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>
/// Runs one detection under many settings of its options at once. Each event is read once, and counted once for all settings that differ in thresholds only: what the conditions after the aggregate
/// read is kept, and each distinct set of values is judged once a setting. Settings that differ in filters, keys, windows or aggregates have groups of their own; a detection whose alerts go by those
/// before (suppression, sliding windows) runs once a setting. The caller pushes events and completes the run; the alerts are those of a run under each setting alone.
/// </summary>
/// <typeparam name="TAlert">What an alert says.</typeparam>
/// <typeparam name="TOptions">The options.</typeparam>
public sealed class OptionsSweep<TAlert, TOptions>
    where TOptions : class, new()
{
    private readonly AlertId _id;
    private readonly int _settings;
    private readonly List<(DetectionEngine<TAlert, TOptions> Engine, PaneSweep<TOptions>? Panes, int Setting)> _engines = [];
    private readonly List<SweptAlert> _alerts = [];
    private readonly Dictionary<(string, AlertWindow), List<(Alert Alert, int Setting)>> _alike = [];
    private bool _isComplete;

    /// <summary>Starts a sweep.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="settings">The options, one a setting; a setting's number is its place.</param>
    /// <param name="runSettings">The settings of the run; null for the defaults, under which the order of events does not matter.</param>
    /// <param name="report">Where the run counts; null for a report of its own.</param>
    /// <exception cref="ArgumentException">There are no settings, or early alerts are asked for: a sweep has final ones.</exception>
    /// <exception cref="DetectionOptionsException">The options of a setting are not valid.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public OptionsSweep(Detection<TAlert, TOptions> detection, IReadOnlyList<TOptions> settings, RunSettings? runSettings = null, RunReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Count == 0) throw new ArgumentException("A sweep needs one setting or more.", nameof(settings));
        foreach (var options in settings) DetectionOptionsValidator.ThrowIfInvalid(options, detection.Info.Id);
        Settings = (runSettings ?? RunSettings.Default).Validated(Disorder.Any);
        if (Settings.Trigger == AlertTrigger.Early) throw new ArgumentException("A sweep has final alerts: use AlertTrigger.AtClose.", nameof(runSettings));
        (Report, _settings, _id) = (report ?? new(), settings.Count, new(detection.Info));
        var shape = SweepShape.Of(detection.Plan);
        if (shape is not null && !WindowCode.Of(detection.Plan, shape.Node, settings[0]).IsAtEveryEvent)
        {
            foreach (var group in settings.Select((options, number) => (Setting: number, Options: options)).GroupBy(setting => TextOf(setting.Options, shape.GroupOptions)))
            {
                var panes = new PaneSweep<TOptions>(settings.Count, [.. group], Add);
                _engines.Add((new(detection.Plan, detection.Info, group.First().Options, Settings, Report, null, panes), panes, -1));
            }

            return;
        }

        var shared = new SharedWindows();
        for (var number = 0; number < settings.Count; number++) _engines.Add((new(detection.Plan, detection.Info, settings[number], Settings, Report, shared), null, number));
    }

    /// <summary>What the run counts and sets aside.</summary>
    public RunReport Report { get; }

    /// <summary>The settings of the run, with the defaults filled in.</summary>
    public RunSettings Settings { get; }

    /// <summary>How many times the events are filtered and counted: settings that differ in thresholds only share one.</summary>
    public int States => _engines.Count(engine => engine.Engine.TakesEvents);

    /// <summary>Reads a batch of events.</summary>
    /// <exception cref="ArgumentException">The detection does not read events of this type.</exception>
    /// <exception cref="InvalidOperationException">The sweep is complete.</exception>
    public void Push<T>(EventBatch<T> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ThrowIfComplete();
        Report.AddEvents(batch.Count);
        foreach (var (engine, _, _) in _engines)
        {
            if (engine.TakesEvents) DerivedEvents.PushAsRead(engine, batch);
        }

        Gather();
    }

    /// <summary>Says that there are no more events: all windows close.</summary>
    /// <returns>All alerts, by window end, then key.</returns>
    public IReadOnlyList<SweptAlert> Complete()
    {
        ThrowIfComplete();
        _isComplete = true;
        foreach (var (engine, _, _) in _engines) engine.Complete();
        Gather();
        foreach (var alike in _alike.Values) _alerts.Add(Merge(alike));
        _alike.Clear();
        return [.. Combined(_alerts).OrderBy(alert => alert.Window.End).ThenBy(alert => alert.Key).ThenBy(alert => alert.Id, StringComparer.Ordinal).ThenBy(alert => alert.Window.Start)];
    }

    // Settings with other groups may find the same window by other values: it is one alert, whatever its settings.
    private static IEnumerable<SweptAlert> Combined(IEnumerable<SweptAlert> alerts) => alerts.GroupBy(alert => (alert.Id, alert.Window)).Select(same => same.Aggregate((x, y) => x with
    {
        Settings = x.Settings.Union(y.Settings),
        Tiers = [.. x.Tiers.Zip(y.Tiers, (left, right) => left ?? right)],
    }));

    private static string TextOf(TOptions options, IReadOnlySet<string> names)
    {
        var text = OptionsText.Canonical(options);
        return names.Contains("*") ? text : string.Join('\n', text.Split('\n').Where(line => names.Contains(line.Split(':', '=')[0])));
    }

    private static List<KeyValuePair<string, object?>> NumbersOf(object? value)
    {
        var numbers = new List<KeyValuePair<string, object?>>();
        foreach (var property in value?.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0) ?? [])
        {
            if (property.GetValue(value) is { } number and (int or long or double or decimal)) numbers.Add(new(property.Name, number));
        }

        return numbers;
    }

    private void Add(PaneSweep<TOptions> panes, ThresholdRow row, RowOrigin origin)
    {
        List<KeyValuePair<string, object?>> values = [.. panes.Names.Zip(row.Values, (name, value) => new KeyValuePair<string, object?>(name, value))];
        _alerts.Add(new(_id.OfPane(origin), origin.Key!, AlertWindow.OfTicks(origin.Start, origin.End), row.Passing, values, row.Tiers));
    }

    private void Gather()
    {
        foreach (var (engine, panes, setting) in _engines)
        {
            if (panes is null) engine.TakeAlerts((alert, _) => Gather(alert, setting));
        }
    }

    private void Gather(Alert alert, int setting)
    {
        if (!_alike.TryGetValue((alert.Id, alert.Window), out var alike)) _alike[(alert.Id, alert.Window)] = alike = [];
        alike.Add((alert, setting));
    }

    private SweptAlert Merge(List<(Alert Alert, int Setting)> alike)
    {
        var (settings, tiers, first) = (new SettingSet.Builder(_settings), new AlertTier?[_settings], alike[0].Alert);
        foreach (var (alert, setting) in alike)
        {
            settings.Add(setting);
            tiers[setting] = alert.Tier;
        }

        return new(first.Id, first.Key, first.Window, settings.Build(), NumbersOf(first.UntypedValue), tiers);
    }

    private void ThrowIfComplete()
    {
        if (_isComplete) throw new InvalidOperationException("The sweep is complete: start another.");
    }
}
