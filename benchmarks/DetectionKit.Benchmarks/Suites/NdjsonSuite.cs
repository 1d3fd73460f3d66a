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
        var rows = ConnectionDay.Generate(events);
        var (enriched, packed, own) = (folder.File("enriched.ndjson"), folder.File("enriched.ndjson.gz"), folder.File("own.ndjson"));
        FalconFile.Write(rows, enriched);
        GzipFile.Write(enriched, packed);
        FalconFile.WriteOwn(rows, own);
        IContestant?[] contestants =
        [
            new ReadFile(enriched),
            new CountLines(enriched, events),
            Simdjson.Of(enriched, events, folder.File),
            new JsonLinq(enriched),
            new DuckDbFile(enriched, 1),
            new DuckDbFile(enriched, 2),
            new FileDetection<NetworkConnection, Beacon, VpsBeaconingOptions>("detectionkit-1", enriched, new VpsBeaconing(), 1, FlagshipSettings.Sorted),
            new OwnFileDetection(own, FlagshipSettings.Sorted),
            new Inflate(packed, new FileInfo(enriched).Length),
            new FileDetection<NetworkConnection, Beacon, VpsBeaconingOptions>("detectionkit-gzip", packed, new VpsBeaconing(), 2, FlagshipSettings.Sorted),
        ];
        return new(events, [.. contestants.OfType<IContestant>()], folder);
    }
}
