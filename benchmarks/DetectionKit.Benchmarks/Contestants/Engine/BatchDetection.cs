using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>A detection over an array of events: <c>events.Detect(detection)</c>. Its plan is compiled in the warm-up, as a program's is once.</summary>
internal sealed class BatchDetection<TEvent, TAlert, TOptions>(string name, Detection<TAlert, TOptions> detection, TEvent[] events, RunSettings settings) : IContestant
    where TAlert : class
    where TOptions : class, new()
{
    public string Name => name;

    public int Threads => settings.MaxDegreeOfParallelism;

    public string Agreement { get; init; } = "";

    public void Run(RunProbe probe)
    {
        foreach (var alert in events.Detect(detection, settings: settings)) probe.Alerts.Add(alert);
    }
}
