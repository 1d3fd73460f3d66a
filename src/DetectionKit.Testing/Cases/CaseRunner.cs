using System.Diagnostics.CodeAnalysis;
using System.Reactive.Linq;
using DetectionKit.Queries;

namespace DetectionKit.Testing.Cases;

/// <summary>Runs the cases of detections.</summary>
public static class CaseRunner
{
    // Cases may give their events in any order, and no one looks at the evidence.
    private static readonly RunSettings s_settings = new() { Disorder = Disorder.Any, EvidenceEvents = 0 };

    /// <summary>Runs every case of a detection in every runtime: a list, an async stream, an observable, and a run that is pushed. One over several sources is pushed alone.</summary>
    /// <param name="detection">The detection.</param>
    /// <returns>An outcome for each case and runtime.</returns>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IReadOnlyList<CaseOutcome> RunAll(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return [.. detection.Cases.SelectMany(one => RunAll(detection, one))];
    }

    /// <summary>Runs one case in every runtime.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="one">The case.</param>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IReadOnlyList<CaseOutcome> RunAll(Detection detection, DetectionCase one)
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(one);
        return [.. RunAll(detection, one, one.Options, s_settings).Select(run => Outcome(one, run))];
    }

    /// <summary>Runs one case in one runtime: a run that is pushed, which all others are drivers of.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="one">The case.</param>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static CaseOutcome Run(Detection detection, DetectionCase one)
    {
        ArgumentNullException.ThrowIfNull(detection);
        ArgumentNullException.ThrowIfNull(one);
        return Run(detection, detection.Plan, one, one.Options);
    }

    /// <summary>Runs a case over the plan of a detection, or a changed copy of it.</summary>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal static CaseOutcome Run(Detection detection, DetectionPlan plan, DetectionCase one, object? options) =>
        Outcome(one, detection.Accept(new Pushed(plan, one, options ?? one.Options, s_settings)));

    /// <summary>What a plan makes of a case under options; null where it can't be run under them.</summary>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal static CaseOutcome? TryRun(Detection detection, DetectionPlan plan, DetectionCase one, object options)
    {
        try
        {
            return Run(detection, plan, one, options);
        }
        catch (Exception e) when (e is ArgumentException or DetectionOptionsException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Runs a case in every runtime.</summary>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal static IReadOnlyList<RuntimeRun> RunAll(Detection detection, DetectionCase one, object? options, RunSettings settings) => detection.Accept(new EveryRuntime(one, options, settings));

    private static CaseOutcome Outcome(DetectionCase one, RuntimeRun run) => new(one, run.Runtime, run.Alerts.Count, [.. run.Alerts.Select(alert => alert.Tier?.Name ?? "")]);

    private sealed class Pushed(DetectionPlan plan, DetectionCase one, object? options, RunSettings settings) : IDetectionVisitor<RuntimeRun>
    {
        public RuntimeRun Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
            where TOptions : class, new()
        {
            var run = detection.StartPlan(plan, (TOptions?)options, settings);
            var reader = new Pusher<TAlert, TOptions>(run, settings.Trigger == AlertTrigger.Early);
            one.Give(reader);
            return new("pushed", [.. reader.Alerts, .. run.Complete()], run.Report);
        }
    }

    private sealed class Pusher<TAlert, TOptions>(DetectionRun<TAlert, TOptions> run, bool isOneByOne) : ICaseEventReader
        where TOptions : class, new()
    {
        internal List<Alert> Alerts { get; } = [];

        // An early alert is revised batch by batch.
        public void Read<TEvent>(IReadOnlyList<TEvent> events)
        {
            if (isOneByOne) Alerts.AddRange(events.SelectMany(run.PushEvent));
            else Alerts.AddRange(run.Push(new ObjectBatch<TEvent>([.. events])));
        }
    }

    private sealed class EveryRuntime(DetectionCase one, object? options, RunSettings settings) : IDetectionVisitor<IReadOnlyList<RuntimeRun>>
    {
        public IReadOnlyList<RuntimeRun> Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
            where TOptions : class, new()
        {
            var pushed = new Pushed(detection.Plan, one, options, settings).Visit(detection);
            if (detection.Plan.Sources.Count() != 1) return [pushed];
            var reader = new Drivers<TAlert, TOptions>(detection, (TOptions?)options, settings);
            one.Give(reader);
            return [pushed, .. reader.Runs];
        }
    }

    private sealed class Drivers<TAlert, TOptions>(Detection<TAlert, TOptions> detection, TOptions? options, RunSettings settings) : ICaseEventReader
        where TOptions : class, new()
    {
        internal List<RuntimeRun> Runs { get; } = [];

        public void Read<TEvent>(IReadOnlyList<TEvent> events)
        {
            Add("list", report => events.Detect(detection, options, settings, report));
            Add("async", report => events.ToAsyncEnumerable().Detect(detection, options, settings, report).ToBlockingEnumerable());
            Add("observable", report => events.ToObservable().Detect(detection, options, settings, report).ToList().Wait());
        }

        private void Add(string runtime, Func<RunReport, IEnumerable<Alert>> detect)
        {
            var report = new RunReport();
            Runs.Add(new(runtime, [.. detect(report)], report));
        }
    }
}
