using System.Globalization;
using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>
/// The flagship and variants of it over one stream: each batch goes to one run after another. The flagship's alerts are the ones compared; the variants' are made and dropped.
/// </summary>
internal sealed class ManyDetections(int detections, ObjectBatch<NetworkConnection>[] calls) : IContestant
{
    private readonly VpsBeaconing _flagship = new();
    private readonly BeaconVariant[] _variants = [.. Enumerable.Range(1, detections - 1).Select(number => new BeaconVariant(number))];

    public string Name => string.Create(CultureInfo.InvariantCulture, $"detections-{detections}");

    public void Run(RunProbe probe)
    {
        var flagship = _flagship.Start(settings: FlagshipSettings.Sorted);
        var others = Array.ConvertAll(_variants, variant => variant.Start(variant.Options, FlagshipSettings.Sorted));
        foreach (var call in calls)
        {
            foreach (var alert in flagship.Push(call)) probe.Alerts.Add(alert);
            foreach (var other in others) other.Push(call);
        }

        foreach (var alert in flagship.Complete()) probe.Alerts.Add(alert);
        foreach (var other in others) other.Complete();
    }
}
