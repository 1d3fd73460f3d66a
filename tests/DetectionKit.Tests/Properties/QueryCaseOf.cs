using System.Reactive.Linq;
using System.Reactive.Subjects;
using DetectionKit.Tests.Interpretation;

namespace DetectionKit.Tests.Properties;

/// <summary>A detection over events made of flows.</summary>
internal sealed class QueryCase<TEvent, TAlert, TOptions>(string name, Detection<TAlert, TOptions> detection, Func<Flow, TEvent> eventOf) : QueryCase(name)
    where TOptions : class, new()
{
    private readonly Lazy<PlanInterpreter> _interpreter = new(() => new(detection.Plan));

    internal override bool ReadsFlows => typeof(TEvent) == typeof(Flow);

    internal override void AddTo(DetectionSet set) => set.Add(detection);

    internal override IReadOnlyList<AlertView> Interpret(Flow[] flows) => [.. _interpreter.Value.Run([.. flows.Select(eventOf).Cast<object>()], new TOptions()).Select(AlertView.Of)];

    internal override Outcome Batch(IEnumerable<Flow> flows, RunSettings settings)
    {
        var report = new RunReport();
        return Of(flows.Select(eventOf).Detect(detection, settings: settings, report: report), report);
    }

    internal override Outcome Array(Flow[] flows, RunSettings settings)
    {
        var report = new RunReport();
        return Of(flows.Select(eventOf).ToArray().Detect(detection, settings: settings, report: report), report);
    }

    internal override Outcome Columns(Flow[] flows, RunSettings settings)
    {
        var report = new RunReport();
        return Of(flows.Select(eventOf).Chunk(settings.BatchSize).Select(EventColumns<TEvent>.Plain).Detect(detection, settings: settings, report: report), report);
    }

    internal override Outcome DictionaryColumns(Flow[] flows, RunSettings settings)
    {
        var report = new RunReport();
        return Of(flows.Select(eventOf).Chunk(settings.BatchSize).Select(new EventColumns<TEvent>().Coded).Detect(detection, settings: settings, report: report), report);
    }

    internal override Outcome OneByOne(Flow[] flows, RunSettings settings)
    {
        var run = detection.Start(null, settings);
        var alerts = flows.SelectMany(flow => run.PushEvent(eventOf(flow))).ToList();
        return Of(alerts.Concat(run.Complete()), run.Report);
    }

    internal override Outcome Reactive(Flow[] flows, RunSettings settings)
    {
        var report = new RunReport();
        return Of(flows.Select(eventOf).ToObservable().Detect(detection, settings: settings, report: report).ToEnumerable(), report);
    }

    internal override async Task<Outcome> Asynchronous(Flow[] flows, RunSettings settings, int waitEvery)
    {
        var report = new RunReport();
        var alerts = new List<Alert<TAlert>>();
        await foreach (var alert in Waiting(flows, waitEvery).Detect(detection, settings: settings, report: report)) alerts.Add(alert);
        return Of(alerts, report);
    }

    internal override (IReadOnlyList<int> Live, IReadOnlyList<int> Expected) AlertsAfterEachEvent(Flow[] flows, RunSettings settings)
    {
        using var source = new Subject<TEvent>();
        var alerts = 0;
        using var subscription = source.Detect(detection, settings: settings).Subscribe(_ => alerts++);
        var (run, expected) = (detection.Start(null, settings), 0);
        var (live, direct) = (new List<int>(), new List<int>());
        foreach (var e in flows.Select(eventOf))
        {
            source.OnNext(e);
            live.Add(alerts);
            direct.Add(expected += run.PushEvent(e).Count);
        }

        return (live, direct);
    }

    internal override IReadOnlyList<SweptAlert> Sweep(Flow[] flows, FlowOptions[] settings, RunSettings run)
    {
        var sweep = new OptionsSweep<TAlert, TOptions>(detection, [.. settings.Select(Own)], run);
        foreach (var batch in flows.Select(eventOf).Chunk(run.BatchSize)) sweep.Push(new ObjectBatch<TEvent>(batch));
        return sweep.Complete();
    }

    internal override int StatesOf(FlowOptions[] settings) => new OptionsSweep<TAlert, TOptions>(detection, [.. settings.Select(Own)]).States;

    internal override IReadOnlyList<Alert> Alone(Flow[] flows, FlowOptions options) => [.. flows.Select(eventOf).Detect(detection, Own(options))];

    // A case without options has but one setting.
    private static TOptions Own(FlowOptions options) => options as TOptions ?? new();

    private static Outcome Of(IEnumerable<Alert<TAlert>> alerts, RunReport report) => new([.. alerts.Select(AlertView.Of)], report);

    private async IAsyncEnumerable<TEvent> Waiting(Flow[] flows, int every)
    {
        for (var i = 0; i < flows.Length; i++)
        {
            if (i % every == every - 1) await Task.Yield();
            yield return eventOf(flows[i]);
        }
    }
}
