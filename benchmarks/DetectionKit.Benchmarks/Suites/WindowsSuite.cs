using DetectionKit.Benchmarks.Contestants.ByHand;
using DetectionKit.Benchmarks.Contestants.Engine;
using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>Every window kind with a few aggregates, and every aggregate with the tumbling window.</summary>
internal sealed class WindowsSuite : ISuite
{
    // Windows of different kinds find different alerts; those of one kind the same, whatever they aggregate beside the count.
    private const string Tumbling = "tumbling", Hopping = "hopping", Sliding = "sliding", Session = "session";

    public string Name => "windows";

    public string Description => "Busy hosts, counted in every kind of window and with every aggregate.";

    public int DefaultEvents => 1_000_000;

    public string Baseline => "tumbling-count";

    public SuiteInput Prepare(int events, StringInstances strings)
    {
        var connections = ConnectionEvents.Of(ConnectionDay.Generate(events), strings);
        return new(
            events,
            [
                new HandBusyHosts(Tumbling, connections),
                Contestant("tumbling-count", Tumbling, e => BusyHostQueries.Count(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-filtered-count", Tumbling, e => BusyHostQueries.FilteredCount(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-count-distinct", Tumbling, e => BusyHostQueries.CountDistinct(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-sum", Tumbling, e => BusyHostQueries.Sum(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-min", Tumbling, e => BusyHostQueries.Min(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-max", Tumbling, e => BusyHostQueries.Max(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-average", Tumbling, e => BusyHostQueries.Average(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-standard-deviation", Tumbling, e => BusyHostQueries.StandardDeviation(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-percentile", Tumbling, e => BusyHostQueries.Percentile(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-first", Tumbling, e => BusyHostQueries.First(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-last", Tumbling, e => BusyHostQueries.Last(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("tumbling-distinct-values", Tumbling, e => BusyHostQueries.DistinctValues(e, w => w.Tumbling(TimeSpan.FromHours(1)))),
                Contestant("hopping-count", Hopping, e => BusyHostQueries.Count(e, w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)))),
                Contestant("hopping-count-distinct", Hopping, e => BusyHostQueries.CountDistinct(e, w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)))),
                Contestant("hopping-sum", Hopping, e => BusyHostQueries.Sum(e, w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)))),
                Contestant("sliding-count", Sliding, e => BusyHostQueries.Count(e, w => w.Sliding(TimeSpan.FromHours(1)))),
                Contestant("sliding-count-distinct", Sliding, e => BusyHostQueries.CountDistinct(e, w => w.Sliding(TimeSpan.FromHours(1)))),
                Contestant("sliding-sum", Sliding, e => BusyHostQueries.Sum(e, w => w.Sliding(TimeSpan.FromHours(1)))),
                Contestant("session-count", Session, e => BusyHostQueries.Count(e, w => w.Session(TimeSpan.FromMinutes(10), TimeSpan.FromHours(6)))),
                Contestant("session-count-distinct", Session, e => BusyHostQueries.CountDistinct(e, w => w.Session(TimeSpan.FromMinutes(10), TimeSpan.FromHours(6)))),
                Contestant("session-sum", Session, e => BusyHostQueries.Sum(e, w => w.Session(TimeSpan.FromMinutes(10), TimeSpan.FromHours(6)))),
            ]);

        IContestant Contestant<TAlert>(string name, string agreement, Func<Events<NetworkConnection>, DetectionQuery<TAlert>> query)
            where TAlert : class => new BatchDetection<NetworkConnection, TAlert, NoOptions>(name, Detection.Define(name, query), connections, FlagshipSettings.Sorted) { Agreement = agreement };
    }
}
