using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Benchmarks.Workload.Files;
using DetectionKit.Sources;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>The flagship over a file of a user's own JSON, by its contract.</summary>
internal sealed class OwnFileDetection(string path, RunSettings settings) : IContestant
{
    private readonly SourceOptions _options = new() { Disorder = settings.Disorder ?? Disorder.Any };
    private readonly EventReads<OwnConnection> _reads = OwnBeacons.Detection.ReadsOf<OwnConnection>();

    public string Name => "detectionkit-own";

    public long? InputBytes => new FileInfo(path).Length;

    public void Run(RunProbe probe)
    {
        foreach (var alert in EventFiles.Read(path, OwnConnectionContext.Default.OwnConnection, _options, reads: _reads).Detect(OwnBeacons.Detection, settings: settings)) probe.Alerts.Add(alert);
    }
}
