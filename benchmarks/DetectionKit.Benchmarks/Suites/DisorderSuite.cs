using DetectionKit.Benchmarks.Contestants.Engine;
using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Benchmarks.Workload;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>The flagship over events out of order.</summary>
internal sealed class DisorderSuite : ISuite
{
    public string Name => "disorder";

    public string Description => "The flagship with a tolerance of 0, 1 and 10 minutes, over events that come that much out of order, and with Any over events in any order.";

    public int DefaultEvents => 4_000_000;

    public string Baseline => "disorder-0";

    public SuiteInput Prepare(int events, StringInstances strings)
    {
        var rows = ConnectionDay.Generate(events);
        var detection = new VpsBeaconing();
        return new(
            events,
            [
                Contestant("disorder-0", Disorder.None, null),
                Contestant("disorder-1", Disorder.Within(TimeSpan.FromMinutes(1)), ArrivalOrder.Within(rows, TimeSpan.FromMinutes(1))),
                Contestant("disorder-10", Disorder.Within(TimeSpan.FromMinutes(10)), ArrivalOrder.Within(rows, TimeSpan.FromMinutes(10))),
                Contestant("disorder-any", Disorder.Any, ArrivalOrder.Shuffled(rows)),
            ]);

        IContestant Contestant(string name, Disorder disorder, int[]? arrival) => new BatchDetection<NetworkConnection, Beacon, VpsBeaconingOptions>(
            name, detection, ConnectionEvents.Of(rows, strings, arrival), new() { Disorder = disorder });
    }
}
