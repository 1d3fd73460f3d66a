using System.Diagnostics.CodeAnalysis;
using System.Reactive.Linq;
using DetectionKit.Queries;

namespace DetectionKit.Testing.Cases;

/// <summary>Runs the cases of detections.</summary>
public static class CaseRunner
{
    // Cases may give their events in any order.
    private static readonly RunSettings s_settings = new() { Disorder = Disorder.Any };

    /// <summary>Runs every case of a detection in every runtime: a list, an async stream, an observable, and a run that is pushed. One over several sources is pushed alone.</summary>
    /// <param name="detection">The detection.</param>
    /// <returns>An outcome for each case and runtime.</returns>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IReadOnlyList<CaseOutcome> RunAll(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return [.. detection.Cases.SelectMany(one => detection.Accept(new EveryRuntime(one)))];
    }

    /// <summary>Runs a case over the plan of a detection, or a changed copy of it.</summary>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    internal static CaseOutcome Run(Detection detection, DetectionPlan plan, DetectionCase one, object? options) => detection.Accept(new Pushed(plan, one, options));

    private static CaseOutcome Outcome(DetectionCase one, string runtime, IEnumerable<Alert> alerts)
    {
        var all = alerts.ToList();
        return new(one, runtime, all.Count, [.. all.Select(alert => alert.Tier?.Name ?? "")]);
    }

    private sealed class Pushed(DetectionPlan plan, DetectionCase one, object? options) : IDetectionVisitor<CaseOutcome>
    {
        public CaseOutcome Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
            where TOptions : class, new()
        {
            var run = detection.StartPlan(plan, (TOptions?)(options ?? one.Options), s_settings);
            var reader = new Pusher<TAlert, TOptions>(run);
            one.Give(reader);
            return Outcome(one, "pushed", [.. reader.Alerts, .. run.Complete()]);
        }
    }

    private sealed class Pusher<TAlert, TOptions>(DetectionRun<TAlert, TOptions> run) : ICaseEventReader
        where TOptions : class, new()
    {
        internal List<Alert> Alerts { get; } = [];

        public void Read<TEvent>(IReadOnlyList<TEvent> events) => Alerts.AddRange(run.Push(new ObjectBatch<TEvent>([.. events])));
    }

    private sealed class EveryRuntime(DetectionCase one) : IDetectionVisitor<IReadOnlyList<CaseOutcome>>
    {
        public IReadOnlyList<CaseOutcome> Visit<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
            where TOptions : class, new()
        {
            var pushed = new Pushed(detection.Plan, one, null).Visit(detection);
            if (detection.Plan.Sources.Count() != 1) return [pushed];
            var reader = new Drivers<TAlert, TOptions>(one, detection);
            one.Give(reader);
            return [pushed, .. reader.Outcomes];
        }
    }

    private sealed class Drivers<TAlert, TOptions>(DetectionCase one, Detection<TAlert, TOptions> detection) : ICaseEventReader
        where TOptions : class, new()
    {
        internal List<CaseOutcome> Outcomes { get; } = [];

        public void Read<TEvent>(IReadOnlyList<TEvent> events)
        {
            var options = (TOptions?)one.Options;
            Outcomes.Add(Outcome(one, "list", events.Detect(detection, options, s_settings)));
            Outcomes.Add(Outcome(one, "async", events.ToAsyncEnumerable().Detect(detection, options, s_settings).ToBlockingEnumerable()));
            Outcomes.Add(Outcome(one, "observable", events.ToObservable().Detect(detection, options, s_settings).ToList().Wait()));
        }
    }
}
