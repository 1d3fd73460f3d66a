using DetectionKit.Benchmarks.Contestants.DuckDb;
using DetectionKit.Benchmarks.Contestants.Engine;
using DetectionKit.Benchmarks.Contestants.Files;
using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Benchmarks.Workload;
using DetectionKit.Benchmarks.Workload.Files;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>The flagship over files of JSON lines.</summary>
internal sealed class NdjsonSuite : ISuite
{
    public string Name => "ndjson";

    public string Description => "The flagship from files: enriched FDR against bare reads, System.Text.Json with LINQ, DuckDB and simdjson.";

    public int DefaultEvents => 2_000_000;

    public string Baseline => "detectionkit-1";

    public SuiteInput Prepare(int events, StringInstances strings)
    {
        var folder = new WorkloadFolder();
        var enriched = folder.File("enriched.ndjson");
        FalconFile.Write(ConnectionDay.Generate(events), enriched);
        IContestant?[] contestants =
        [
            new ReadFile(enriched),
            new CountLines(enriched, events),
            Simdjson.Of(enriched, events, folder.File),
            new JsonLinq(enriched),
            new DuckDbFile(enriched, 1),
            new DuckDbFile(enriched, 2),
            new FileDetection<NetworkConnection, Beacon, VpsBeaconingOptions>("detectionkit-1", enriched, new VpsBeaconing(), 1, FlagshipSettings.Sorted),
        ];
        return new(events, [.. contestants.OfType<IContestant>()], folder);
    }
}
