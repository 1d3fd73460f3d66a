using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Runtimes;

/// <summary>Counts the signs of life of a host, of either kind, an hour.</summary>
public sealed class BeatsAndPulses : Detection<string>
{
    public override DetectionQuery<string> Define(EventSources events) =>
        events.Of<Beat>().Select(b => b.Host).Merge(events.Of<Pulse>().Select(p => p.Host))
            .GroupBy(host => host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Key + w.Count());
}
