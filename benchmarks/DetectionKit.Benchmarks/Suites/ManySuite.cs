using DetectionKit.Benchmarks.Contestants;
using DetectionKit.Benchmarks.Contestants.Engine;
using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>Many detections over one stream.</summary>
internal sealed class ManySuite : ISuite
{
    public string Name => "many";

    public string Description => "1, 10 and 100 detections over one stream: the flagship, and others that share its filters, key, window and aggregates.";

    public int DefaultEvents => 1_000_000;

    public string Baseline => "detections-1";

    public SuiteInput Prepare(int events, StringInstances strings)
    {
        var calls = EventCalls.Of(ConnectionEvents.Of(ConnectionDay.Generate(events), strings));
        return new(events, [new ManyDetections(1, calls), new ManyDetections(10, calls), new ManyDetections(100, calls)]);
    }
}
