using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>A detection over batches of columns.</summary>
internal sealed class ColumnDetection<TEvent, TAlert, TOptions>(string name, Detection<TAlert, TOptions> detection, EventBatch<TEvent>[] batches, RunSettings settings) : IContestant
    where TAlert : class
    where TOptions : class, new()
{
    public string Name => name;

    public void Run(RunProbe probe)
    {
        foreach (var alert in batches.Detect(detection, settings: settings)) probe.Alerts.Add(alert);
    }
}
