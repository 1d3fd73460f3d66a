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
}
