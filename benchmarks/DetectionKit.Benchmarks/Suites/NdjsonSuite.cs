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
        string Written(ConnectionFile file, string name)
        {
            file.Write(folder.File(name));
            return folder.File(name);
        }

        var (enriched, packed) = (Written(new FalconFile(rows), "enriched.ndjson"), folder.File("enriched.ndjson.gz"));
        GzipFile.Write(enriched, packed);
        var (raw, own, settings) = (Written(new RawFalconFile(rows), "raw.ndjson"), Written(new OwnFile(rows), "own.ndjson"), FlagshipSettings.Sorted);
        IContestant?[] contestants =
        [
            new ReadFile(enriched),
            new CountLines(enriched, events),
            Simdjson.Of(enriched, events, folder.File),
            new JsonLinq(enriched),
            new DuckDbFile("duckdb-1", enriched, FlagshipFileSql.Enriched, 1),
            new DuckDbFile("duckdb-2", enriched, FlagshipFileSql.Enriched, 2),
            Flagship("detectionkit-1", enriched),
            OnTwoCores("detectionkit-2", enriched),
            Flagship("detectionkit-raw", raw),
            new DuckDbFile("duckdb-raw-1", raw, FlagshipFileSql.Raw, 1),
            new Inflate(packed, new FileInfo(enriched).Length),
            OnTwoCores("detectionkit-gzip", packed, new FileInfo(enriched).Length),
            Flagship("detectionkit-sysmon", Written(new SysmonFile(rows), "sysmon.ndjson")),
            Flagship("detectionkit-zeek", Written(new ZeekFile(rows), "conn.ndjson"), agreement: "addresses only"),
            new OwnFileDetection(own, settings),
            new FileDetection<NetworkConnection, Beacon, VpsBeaconingOptions>("detectionkit-mapped", own, new VpsBeaconing(), settings, OwnMapping.Load(folder.File("own.json"))),
        ];
        return new(events, [.. contestants.OfType<IContestant>()], folder);

        FileDetection<NetworkConnection, Beacon, VpsBeaconingOptions> Flagship(string name, string path, string agreement = "") => new(name, path, new VpsBeaconing(), settings) { Agreement = agreement };

        AsyncFileDetection<NetworkConnection, Beacon, VpsBeaconingOptions> OnTwoCores(string name, string path, long? inflated = null) =>
            new(name, path, new VpsBeaconing(), settings) { InflatedBytes = inflated };
    }
}
