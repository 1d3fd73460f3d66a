using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>A detection over an async stream, one event at a time.</summary>
internal sealed class AsyncDetection<TEvent, TAlert, TOptions>(string name, Detection<TAlert, TOptions> detection, TEvent[] events, RunSettings settings) : IContestant
    where TAlert : class
    where TOptions : class, new()
{
    public string Name => name;

    // The source never waits, so the task is complete when it is returned.
    public void Run(RunProbe probe) => RunAsync(probe).GetAwaiter().GetResult();

    private async Task RunAsync(RunProbe probe)
    {
        await foreach (var alert in new EventsAsync<TEvent>(events).Detect(detection, settings: settings)) probe.Alerts.Add(alert);
    }
}
