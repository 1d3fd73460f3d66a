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
}
