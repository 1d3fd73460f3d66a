using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Sources;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>A detection over a file on two cores, as a program runs it: <c>EventFiles.ReadAsync</c>.</summary>
internal sealed class AsyncFileDetection<TEvent, TAlert, TOptions>(string name, string path, Detection<TAlert, TOptions> detection, RunSettings settings) : IContestant
    where TAlert : class
    where TOptions : class, new()
{
    private readonly SourceOptions _options = new() { Disorder = settings.Disorder ?? Disorder.Any };
    private readonly EventReads<TEvent> _reads = detection.ReadsOf<TEvent>();

    public string Name => name;

    public int Threads => 2;

    public long? InputBytes => InflatedBytes ?? new FileInfo(path).Length;

    /// <summary>How long the text of a compressed file is.</summary>
    internal long? InflatedBytes { get; init; }

    public void Run(RunProbe probe)
    {
        var batches = EventFiles.ReadAsync(path, _options, reads: _reads).ToBlockingEnumerable();
        foreach (var alert in batches.Detect(detection, settings: settings)) probe.Alerts.Add(alert);
    }
}
