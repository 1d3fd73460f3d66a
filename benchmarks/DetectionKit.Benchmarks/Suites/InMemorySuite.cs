using DetectionKit.Benchmarks.Contestants.ByHand;
using DetectionKit.Benchmarks.Contestants.DuckDb;
using DetectionKit.Benchmarks.Contestants.Engine;
using DetectionKit.Benchmarks.Contestants.Linq;
using DetectionKit.Benchmarks.Contestants.Reactive;
using DetectionKit.Benchmarks.Workload;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>The flagship over event objects in memory.</summary>
internal sealed class InMemorySuite : ISuite
{
    public string Name => "inmemory";

    public string Description => "The flagship over typed events: the engine's runtimes, hand-written loops, LINQ, Rx and DuckDB.";

    public int DefaultEvents => 10_000_000;

    public string Baseline => "hand-strings";

    public bool ComparesStrings => true;

    public SuiteInput Prepare(int events, StringInstances strings)
    {
        var rows = ConnectionDay.Generate(events);
        var connections = ConnectionEvents.Of(rows, strings);
        var table = new FlagshipTable(rows);
        var detection = new VpsBeaconing();
        var settings = FlagshipSettings.Sorted;
        return new(
            events,
            [
                new HandOverEvents<HashedKey>("hand-strings", connections),
                new HandOverEvents<RecordKey>("hand-record", connections),
                new BatchDetection<NetworkConnection, Beacon, VpsBeaconingOptions>("detectionkit-batch", detection, connections, settings),
                new BatchDetection<NetworkConnection, Beacon, VpsBeaconingOptions>("detectionkit-batch-2", detection, connections, settings with { MaxDegreeOfParallelism = 2 }),
                new ReactiveDetection<NetworkConnection, Beacon, VpsBeaconingOptions>("detectionkit-rx", detection, connections, settings),
                new AsyncDetection<NetworkConnection, Beacon, VpsBeaconingOptions>("detectionkit-async", detection, connections, settings),
                new LinqQuery(connections),
                new RxAsUsuallyWritten(connections),
                new RxWrittenWell(connections),
                new DuckDbQuery(table, 1),
                new DuckDbQuery(table, 2),
            ],
            table);
    }
}
