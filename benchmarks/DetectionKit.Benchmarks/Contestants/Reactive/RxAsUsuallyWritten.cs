using System.Reactive.Linq;
using DetectionKit.Benchmarks.Contestants.Linq;
using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Reactive;

/// <summary>Rx as usually written: the hour is a part of the key, so that every group lives to the end.</summary>
internal sealed class RxAsUsuallyWritten(NetworkConnection[] events) : IContestant
{
    public string Name => "rx-usual";

    public void Run(RunProbe probe)
    {
        var found = new EventsObservable<NetworkConnection>(events)
            .Where(e => FlagshipAsUsuallyWritten.IsPublic(e.RemoteAddress))
            .Where(e => FlagshipAsUsuallyWritten.IsLookedAt(e.Image))
            .GroupBy(e => new { e.Host, e.User, e.Image, e.CommandLine, e.RemoteAddress, Hour = e.Time.UtcTicks / TimeSpan.TicksPerHour })
            .SelectMany(g => g.Aggregate(
                (g.Key, Connections: 0, Ports: new HashSet<int>()),
                (state, e) =>
                {
                    state.Ports.Add(e.RemotePort);
                    return (state.Key, state.Connections + 1, state.Ports);
                }))
            .Where(group => group.Connections >= FlagshipRule.MinConnections);
        using var subscription = found.Subscribe(group =>
        {
            var key = group.Key;
            probe.Alerts.Add(
                key.Hour * TimeSpan.TicksPerHour,
                FlagshipRule.Beacon(key.Host, key.User, key.Image, key.CommandLine, key.RemoteAddress, group.Connections, group.Ports.Count));
        });
    }
}
