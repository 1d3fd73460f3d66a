using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Sources;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>A detection over a file, as a program runs it: <c>EventFiles.Read(path, reads: detection.ReadsOf&lt;T&gt;()).Detect(detection)</c>.</summary>
internal sealed class FileDetection<TEvent, TAlert, TOptions>(string name, string path, Detection<TAlert, TOptions> detection, RunSettings settings, params IEventFormat[] formats) : IContestant
    where TAlert : class
    where TOptions : class, new()
{
    // All processes of the file are kept, as the other contestants keep them: a connection whose process had to go would be one of no program.
    private readonly SourceOptions _options = new() { Disorder = settings.Disorder ?? Disorder.Any, Limits = new() { MaxProcesses = int.MaxValue, MaxProcessBytes = long.MaxValue }, Formats = formats };
    private readonly EventReads<TEvent> _reads = detection.ReadsOf<TEvent>();

    public string Name => name;

    public string Agreement { get; init; } = "";

    public long? InputBytes => new FileInfo(path).Length;

    public void Run(RunProbe probe)
    {
        foreach (var alert in EventFiles.Read(path, _options, reads: _reads).Detect(detection, settings: settings)) probe.Alerts.Add(alert);
    }
}
