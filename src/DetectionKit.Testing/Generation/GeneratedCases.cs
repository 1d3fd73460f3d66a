using System.Diagnostics.CodeAnalysis;
using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Generation;

/// <summary>
/// Cases made from the plan of a detection: what fires, what just does not (one short, astride the edge of a window, one over each bound, one part of the key changed), and what each filter
/// drops. Their answers are those of the plan itself: they show what a rule does, and pin it, but can't say that it is right. So they count in no mutation score.
/// </summary>
public static class GeneratedCases
{
    /// <summary>The cases of a detection under its default options.</summary>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IReadOnlyList<DetectionCase> Of<TDetection>()
        where TDetection : Detection, new() => Of(new TDetection());

    /// <summary>The cases of a detection.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <returns>The cases, each with the stage that it asks (<see cref="DetectionCase.Probes"/>) and with what the plan makes of it.</returns>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IReadOnlyList<DetectionCase> Of(Detection detection, object? options = null)
    {
        ArgumentNullException.ThrowIfNull(detection);
        var inForce = options ?? Activator.CreateInstance(detection.OptionsType)!;
        return [.. PlanProbes.Of(detection, detection.Plan, inForce).Select(probe => Answered(detection, probe, inForce, options)).OfType<DetectionCase>()];
    }

    private static DetectionCase? Answered(Detection detection, Probe probe, object inForce, object? options)
    {
        if (CaseRunner.TryRun(detection, detection.Plan, probe.Case, inForce) is not { } outcome) return null;
        var one = options is null ? probe.Case : probe.Case.With(options);
        return Expecting(one, outcome).Probing(probe.Asks);
    }

    /// <summary>The case with an outcome as its expectation.</summary>
    internal static DetectionCase Expecting(DetectionCase one, CaseOutcome outcome) => outcome.Alerts == 0
        ? one.StaysSilent()
        : outcome.Tiers.Any(tier => tier.Length > 0) ? one.Fires([.. outcome.Tiers]) : one.FiresTimes(outcome.Alerts);
}
