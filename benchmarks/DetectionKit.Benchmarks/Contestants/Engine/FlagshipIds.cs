using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>A plain run of the flagship, of whose alerts the ids are taken.</summary>
internal sealed class FlagshipIds(NetworkConnection[] events) : IContestant
{
    private readonly VpsBeaconing _detection = new();

    public string Name => "plain-run";

    public void Run(RunProbe probe)
    {
        foreach (var alert in events.Detect(_detection, settings: FlagshipSettings.Sorted)) probe.Alerts.Add(alert.Window.Start.UtcTicks, alert.Id);
    }
}
