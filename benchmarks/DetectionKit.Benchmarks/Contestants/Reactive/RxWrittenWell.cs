using System.Reactive.Linq;
using System.Reactive.Subjects;
using DetectionKit.Benchmarks.Contestants.ByHand;
using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Reactive;

/// <summary>Rx written well: fast filters, a struct key, structs for state, one hour open at a time.</summary>
internal sealed class RxWrittenWell(NetworkConnection[] events) : IContestant
{
    public string Name => "rx-written-well";

    public void Run(RunProbe probe)
    {
        // The hour ends before the first event of the next one is handed on. (Window over a boundary made from the published events themselves would end it after that
        // event, for it subscribes to the events first.)
        using var hours = new Subject<long>();
        var open = long.MinValue;
        var found = new EventsObservable<NetworkConnection>(events)
            .Where(e => !ExcludedImages.Contains(e.Image!) && !InternalAddress.Matches(e.RemoteAddress))
            .Do(e =>
            {
                if (HourOf(e) is var hour && hour != open) hours.OnNext(open = hour);
            })
            .Publish(kept => kept.Window(hours))
            .SelectMany(hour => hour
                .GroupBy(HashedKey.Of)
                .SelectMany(group => group
                    .Aggregate(
                        (State: default(GroupState), Last: default(NetworkConnection)),
                        (sum, e) =>
                        {
                            sum.State.Add(e.RemotePort);
                            return (sum.State, e);
                        })
                    .Where(sum => sum.State.Connections >= FlagshipRule.MinConnections)
                    .Select(sum => (Hour: HourOf(sum.Last!), Beacon: group.Key.ToAlert(sum.State)))));
        using var subscription = found.Subscribe(alert => probe.Alerts.Add(alert.Hour * TimeSpan.TicksPerHour, alert.Beacon));
    }

    private static long HourOf(NetworkConnection e) => e.Time.UtcTicks / TimeSpan.TicksPerHour;
}
