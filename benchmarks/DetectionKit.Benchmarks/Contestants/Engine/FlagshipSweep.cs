using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>The flagship under many settings of its thresholds at once. The alerts of the first setting, which are the defaults, are what is compared.</summary>
internal sealed class FlagshipSweep(int settings, NetworkConnection[] events) : IContestant
{
    private const int BatchRows = 2_048;
    private readonly VpsBeaconing _detection = new();

    public string Name => $"sweep-{settings}";

    public void Run(RunProbe probe)
    {
        // The default, then thresholds 4 to 43 with 1 to 25 ports.
        var options = Enumerable.Range(0, settings - 1).Select(i => new VpsBeaconingOptions { MinConnections = 4 + (i % 40), CriticalPorts = 1 + (i / 40), HighPorts = 100 });
        var sweep = new OptionsSweep<Beacon, VpsBeaconingOptions>(_detection, [new(), .. options], FlagshipSettings.Sorted);
        for (var from = 0; from < events.Length; from += BatchRows) sweep.Push(new ObjectBatch<NetworkConnection>(new ArraySegment<NetworkConnection>(events, from, Math.Min(BatchRows, events.Length - from))));
        foreach (var alert in sweep.Complete())
        {
            if (alert.Settings.Contains(0)) probe.Alerts.Add(alert.Window.Start.UtcTicks, alert.Id);
        }
    }
}
