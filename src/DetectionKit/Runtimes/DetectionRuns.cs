using System.Diagnostics.CodeAnalysis;

namespace DetectionKit;

/// <summary>Starts runs that the caller drives.</summary>
public static class DetectionRuns
{
    /// <summary>Starts a run. Its disorder, unless the settings say otherwise, is that of a stream: a tolerance of 10 minutes.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <param name="settings">The settings of the run; null for the defaults.</param>
    /// <param name="report">Where the run counts; null for a report of its own.</param>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static DetectionRun<TAlert, TOptions> Start<TAlert, TOptions>(
        this Detection<TAlert, TOptions> detection, TOptions? options = null, RunSettings? settings = null, RunReport? report = null)
        where TOptions : class, new() => detection.Start(options, settings, report, Disorder.StreamDefault);

    /// <summary>Starts a run of a changed copy of a detection's plan.</summary>
    /// <param name="detection">The detection, whose name the alerts bear.</param>
    /// <param name="plan">Its plan, or what <see cref="Queries.DetectionPlan.WithRoot"/> makes of it.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <param name="settings">The settings of the run; null for the defaults.</param>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static DetectionRun<TAlert, TOptions> StartPlan<TAlert, TOptions>(
        this Detection<TAlert, TOptions> detection, Queries.DetectionPlan plan, TOptions? options = null, RunSettings? settings = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(plan);
        return new(detection, plan, options, settings, report: null, Disorder.StreamDefault);
    }

    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal static DetectionRun<TAlert, TOptions> Start<TAlert, TOptions>(
        this Detection<TAlert, TOptions> detection, TOptions? options, RunSettings? settings, RunReport? report, Disorder runtimeDefault)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(detection);
        return new(detection, detection.Plan, options, settings, report, runtimeDefault);
    }
}
