using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DetectionKit;

/// <summary>
/// Detections that run together over one stream. Those that are equal up to their aggregates (filters, key, window and aggregates, under their options) share one state:
/// each event is filtered, looked up and counted once for all of them, so that a hundred variants of a rule cost little more than one. Each gives the alerts that it gives alone.
/// </summary>
/// <example><c>new DetectionSet { new VpsBeaconing(), { new Bursts(), new BurstOptions { Least = 5 } } }</c></example>
public sealed class DetectionSet : IReadOnlyCollection<Detection>
{
    private readonly List<ISetMember> _members = [];

    /// <summary>The number of detections.</summary>
    public int Count => _members.Count;

    /// <summary>Adds a detection. The same one may be added again with other options.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults. They do not change while the set runs.</param>
    /// <returns>This set.</returns>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    public DetectionSet Add<TAlert, TOptions>(Detection<TAlert, TOptions> detection, TOptions? options = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(detection);
        options ??= new();
        DetectionOptionsValidator.ThrowIfInvalid(options, detection.Info.Id);
        _members.Add(new SetMember<TAlert, TOptions>(detection, options));
        return this;
    }

    /// <summary>Starts a run. Its disorder, unless the settings say otherwise, is that of a stream: a tolerance of 10 minutes.</summary>
    /// <param name="settings">The settings of the run, for all detections; null for the defaults.</param>
    /// <param name="report">Where the run counts; null for a report of its own.</param>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public DetectionSetRun Start(RunSettings? settings = null, RunReport? report = null) => Start(settings, report, Disorder.StreamDefault);

    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal DetectionSetRun Start(RunSettings? settings, RunReport? report, Disorder runtimeDefault)
    {
        if (_members.Count == 0) throw new InvalidOperationException("The set has no detections: add some before it is run.");
        return new([.. _members], (settings ?? RunSettings.Default).Validated(runtimeDefault), report ?? new());
    }

    /// <inheritdoc/>
    public IEnumerator<Detection> GetEnumerator() => _members.Select(member => member.Detection).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
