using DetectionKit.Benchmarks.Contestants.ByHand;
using DetectionKit.Benchmarks.Contestants.Engine;
using DetectionKit.Benchmarks.Workload;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>The flagship over columns.</summary>
internal sealed class ColumnsSuite : ISuite
{
    public string Name => "columns";

    public string Description => "The flagship over batches of dictionary columns and of plain columns, as a source hands them over, and a hand-written loop over coded columns.";

    public int DefaultEvents => 10_000_000;

    public string Baseline => "hand-coded";

    public bool ComparesStrings => true;

    public SuiteInput Prepare(int events, StringInstances strings)
    {
        var rows = ConnectionDay.Generate(events);
        return new(
            events,
            [
                new HandOverCodes(rows),
                new ColumnDetection<NetworkConnection, Beacon, VpsBeaconingOptions>(
                    "detectionkit-columns", new VpsBeaconing(), ConnectionColumns.Coded(rows), FlagshipSettings.Sorted),
                new ColumnDetection<NetworkConnection, Beacon, VpsBeaconingOptions>(
                    "detectionkit-plain-columns", new VpsBeaconing(), ConnectionColumns.Plain(rows, strings), FlagshipSettings.Sorted),
            ]);
    }
}
