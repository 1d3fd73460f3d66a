namespace DetectionKit.Tests.Properties;

internal static partial class QueryCases
{
    private static IEnumerable<QueryCase> Shapes()
    {
        yield return Of("query syntax", (events, o) =>
            from c in events
            where c.Port == o.Port
            group c by new { c.Host, c.User } into g
            from w in g.Window(x => x.Tumbling(o.Window))
            let n = w.Count()
            let twice = n * 2
            where n >= o.Min
            where w.Max(c => c.Bytes) != null
            select new { g.Key.Host, w.Key.User, Count = n, twice, w.Start });
        yield return Of("query syntax without a key", (events, o) =>
            from w in events.Window(x => x.Hopping(o.Window, o.Hop))
            where w.Count() >= o.Min
            select new { w.Start, Failures = w.Where(c => c.Bytes == null).Count() });
        yield return Of("having over a sliding window", (events, o) =>
            from c in events
            group c by c.Host into g
            from w in g.Window(x => x.Sliding(o.Hop))
            let n = w.Count()
            where n >= o.Min
            select new { g.Key, n }, sliding: true);
        yield return new QueryCase<Tick, int, NoOptions>("structs", Detection.Define("structs", (Events<Tick> ticks) => ticks
            .Where(t => t.Value != 80)
            .GroupBy(t => t.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { N = w.Count(), Last = w.Last(t => t).Value })
            .Select(b => b.N + b.Last)), flow => new(flow.Time, flow.Host, flow.Port));
        yield return new QueryCase<Tick, Tick, NoOptions>("structs one by one", Detection.Define("structs-one-by-one", (Events<Tick> ticks) => ticks
            .Distinct(t => t.Host, () => TimeSpan.FromMinutes(5))
            .Where(t => t.Value == 443)), flow => new(flow.Time, flow.Host, flow.Port))
        { CanBeEarly = false };
    }
}
