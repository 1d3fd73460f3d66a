using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>The flagship with many open groups, driven call by call.</summary>
internal sealed class EngineOpenGroups(string name, NetworkConnection[] events, int groups) : OpenGroups(name, events, groups)
{
    private readonly VpsBeaconing _detection = new();
    private DetectionRun<Beacon, VpsBeaconingOptions>? _run;
    private AlertCollector? _alerts;

    protected override void Start(AlertCollector alerts)
    {
        _alerts = alerts;
        _run = _detection.Start(settings: FlagshipSettings.Sorted);
    }

    protected override void Push(ObjectBatch<NetworkConnection> call) => Take(_run!.Push(call));

    protected override void Close()
    {
        Take(_run!.Complete());
        (_run, _alerts) = (null, null);
    }

    private void Take(IReadOnlyList<Alert<Beacon>> alerts)
    {
        foreach (var alert in alerts) _alerts!.Add(alert);
    }
}
