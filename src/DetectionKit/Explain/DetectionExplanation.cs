using System.Diagnostics.CodeAnalysis;

namespace DetectionKit;

/// <summary>Explains detections: what one does, and why an event or a group did or did not fire.</summary>
public static class DetectionExplanation
{
    /// <summary>What a detection does: stages, what each reads, options by name and value, what is frozen. Its <c>ToString</c> is a text for people.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The options are another detection's.</exception>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static PlanExplanation Explain(this Detection detection, object? options = null)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return detection.Accept(new PlanExplainer(options));
    }

    /// <inheritdoc cref="Explain(Detection, object)"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static PlanExplanation Explain<TAlert, TOptions>(this Detection<TAlert, TOptions> detection, TOptions? options = null)
        where TOptions : class, new() => Explain((Detection)detection, options);

    /// <summary>
    /// Why one event is or is not counted: at which stage before the first window it falls and how far it was from passing, or the group and windows that it is
    /// counted in.
    /// </summary>
    /// <param name="detection">The detection.</param>
    /// <param name="e">The event.</param>
    /// <param name="options">The detection's options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The detection reads no events of this type.</exception>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static EventExplanation Explain<T, TAlert, TOptions>(this Detection<TAlert, TOptions> detection, T e, TOptions? options = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(e);
        return EventExplainer.Explain(detection, e, OptionsInForce.Of(detection, options));
    }

    /// <summary>
    /// Why the groups of a key fire or do not in a window: how many of their events fell at which stage, the values of the aggregated row, and for each condition
    /// after it whether it held and how far it was from holding. The engine makes the row; the events of the key are kept in memory.
    /// </summary>
    /// <param name="detection">The detection.</param>
    /// <param name="events">The events, those of other keys too.</param>
    /// <param name="key">
    /// Values for some or all parts of the detection's key, matched by name ignoring case: <c>new { Host = "A" }</c>, a dictionary of names and values (text is read
    /// as configuration reads it, null is a missing part), or an alert's key. Values are compared as groups are: text ordinal.
    /// </param>
    /// <param name="window">
    /// The start of the window, or a time in it: then of overlapping windows all that hold it. Of a sliding window the panes that hold the time are looked at, at most
    /// 100, and the nearest to firing is explained, as in any order of events.
    /// </param>
    /// <param name="options">The detection's options; null for the defaults.</param>
    /// <param name="settings">The settings of the run; null for the defaults: any order of events.</param>
    /// <exception cref="ArgumentException">The key has a part that the detection's has not, or the detection reads no events of this type.</exception>
    /// <exception cref="InvalidOperationException">The detection has no window.</exception>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static GroupExplanation Explain<T, TAlert, TOptions>(
        this Detection<TAlert, TOptions> detection, IEnumerable<T> events, object key, DateTimeOffset window, TOptions? options = null, RunSettings? settings = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(events);
        var size = (settings ?? RunSettings.Default).Validated(Disorder.Any).BatchSize;
        return Explain(detection, events.Chunk(size).Select(chunk => (EventBatch<T>)new ObjectBatch<T>(chunk)), key, window, options, settings);
    }

    /// <summary>The same over batches, as a source of files hands them over.</summary>
    /// <inheritdoc cref="Explain{T, TAlert, TOptions}(Detection{TAlert, TOptions}, IEnumerable{T}, object, DateTimeOffset, TOptions, RunSettings)"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static GroupExplanation Explain<T, TAlert, TOptions>(
        this Detection<TAlert, TOptions> detection, IEnumerable<EventBatch<T>> events, object key, DateTimeOffset window, TOptions? options = null, RunSettings? settings = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(key);
        return GroupExplainer.Explain(detection, events, key, window, OptionsInForce.Of(detection, options), (settings ?? RunSettings.Default).Validated(Disorder.Any));
    }
}
