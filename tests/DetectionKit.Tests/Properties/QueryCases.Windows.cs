namespace DetectionKit.Tests.Properties;

internal static partial class QueryCases
{
    private static IEnumerable<QueryCase> Windows()
    {
        yield return Of("flagship", (events, o) => events
            .Where(c => !o.Networks.Contains(c.Address))
            .Where(c => c.User != "B")
            .GroupBy(c => new { c.Host, c.User, c.Address })
            .Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { w.Key, w.Duration, Connections = w.Count(), Ports = w.CountDistinct(c => c.Port) })
            .Where(b => b.Connections >= o.Min)
            .Tier(FlowRisk.High, b => b.Connections >= o.High && b.Ports <= 2)
            .Otherwise(FlowRisk.Low)
            .Select((b, risk) => new { b.Key.Host, b.Key.User, b.Connections, b.Ports, Rate = b.Connections / b.Duration.TotalMinutes, Risk = risk, Score = (int)risk }));
        yield return Of("tumbling", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key, w.Start, w.End, N = w.Count() }));
        yield return Of("tumbling of seven hours", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(TimeSpan.FromHours(7))).Aggregate(w => new { w.Start, N = w.Count() }));
        yield return Of("hopping", (events, o) => events.GroupBy(c => new { c.Host, c.Port }).Window(w => w.Hopping(o.Window, o.Hop)).Aggregate(w => new { w.Start, N = w.Count(), Users = w.DistinctValues(c => c.User, 2) })
            .Where(b => b.N >= o.Min));
        yield return Of("hopping that divides", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Hopping(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(20)))
            .Aggregate(w => new { N = w.Count(), First = w.First(c => c.Port), Deviation = w.StandardDeviation(c => c.Score) }));
        yield return Of("hopping with holes", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Hopping(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(50))).Aggregate(w => new { w.Start, N = w.Count() }));
        yield return Of("hopping with holes of a multiple", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Hopping(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40))).Aggregate(w => new { w.Start, N = w.Count() }));
        yield return Of("sliding", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Sliding(o.Window)).Aggregate(w => new { w.Key, w.Start, w.End, N = w.Count(), Ports = w.CountDistinct(c => c.Port) })
            .Where(b => b.N >= o.Min), sliding: true);
        yield return Of("sliding with tiers", (events, o) => events.GroupBy(c => new { c.Host, c.Kind }).Window(w => w.Sliding(o.Hop)).Aggregate(w => new { N = w.Count(), Last = w.Last(c => c.User), Median = w.Percentile(c => c.Score, 0.5) })
            .Tier(FlowRisk.High, b => b.N >= 3).Tier(FlowRisk.Low, b => b.N == 2)
            .Select((b, risk) => new { b.N, b.Last, b.Median, risk }), sliding: true);
        yield return Of("session", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Session(o.Hop, o.Window)).Aggregate(w => new { w.Start, w.Duration, N = w.Count(), Sum = w.Sum(c => c.Bytes) }));
        yield return Of("session of any length", (events, o) => events.GroupBy(c => c.User).Window(w => w.Session(o.Quiet, TimeSpan.MaxValue)).Aggregate(w => new { w.Start, w.End, N = w.Count() }));
        yield return Of("session shorter than its gap", (events, o) => events.GroupBy(c => c.User).Window(w => w.Session(o.Window, o.Hop)).Aggregate(w => new { w.Start, w.End, N = w.Count() }));
        yield return Of("tumbling without a key", (events, o) => events.Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Start, N = w.Count(), Udp = w.Where(c => c.Kind == FlowKind.Udp).Count() }));
        yield return Of("sliding without a key", (events, o) => events.Window(w => w.Sliding(o.Hop)).Aggregate(w => new { N = w.Count(), Hosts = w.CountDistinct(c => c.Host) }).Where(b => b.Hosts >= 2), sliding: true);
        yield return Of("session without a key", (events, o) => events.Window(w => w.Session(o.Hop, o.Window)).Aggregate(w => new { w.Start, N = w.Count() }));
    }
}
