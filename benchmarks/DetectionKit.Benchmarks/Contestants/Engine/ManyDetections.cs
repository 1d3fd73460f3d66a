using System.Globalization;
using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>
/// The flagship and variants of it over one stream, as a set. The flagship's alerts are the ones compared; the variants' are made and dropped.
/// </summary>
internal sealed class ManyDetections(int detections, ObjectBatch<NetworkConnection>[] calls) : IContestant
{
    private readonly DetectionSet _set = SetOf(detections);

    public string Name => string.Create(CultureInfo.InvariantCulture, $"detections-{detections}");

    public void Run(RunProbe probe)
    {
        var run = _set.Start(FlagshipSettings.Sorted);
        foreach (var call in calls) Keep(run.Push(call), probe);
        Keep(run.Complete(), probe);
    }

    private static DetectionSet SetOf(int detections)
    {
        var set = new DetectionSet { new VpsBeaconing() };
        foreach (var variant in Enumerable.Range(1, detections - 1).Select(number => new BeaconVariant(number))) set.Add(variant, variant.Options);
        return set;
    }

    private static void Keep(IReadOnlyList<Alert> alerts, RunProbe probe)
    {
        foreach (var alert in alerts)
        {
            if (alert is Alert<Beacon> { Detection.Id: "vps-beaconing" } beacon) probe.Alerts.Add(beacon);
        }
    }
}
