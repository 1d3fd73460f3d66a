namespace DetectionKit.Tests.Properties;

internal static partial class QueryCases
{
    private static IEnumerable<QueryCase> Keys()
    {
        yield return Of("key that may be missing", (events, o) => events.GroupBy(c => c.Bytes).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key, N = w.Count() }));
        yield return Of("key of a tuple", (events, o) => events.GroupBy(c => ValueTuple.Create(c.Host, c.Port)).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key.Item2, Host = w.Key.Item1, Whole = w.Key, N = w.Count() }));
        yield return Of("key of many kinds", (events, o) => events.GroupBy(c => new { c.Kind, c.Session, c.Boot, Web = c.Port == 443, Half = c.Score }).Window(w => w.Sliding(o.Window))
            .Aggregate(w => new { w.Key, N = w.Count() }), sliding: true);
        yield return Of("key of an address", (events, o) => events.GroupBy(c => c.Address).Window(w => w.Session(o.Hop, o.Window)).Aggregate(w => new { N = w.Count() }));
        yield return Of("key that is computed", (events, o) => events.GroupBy(c => new { Name = (c.Host ?? "none") + c.Port, Even = c.Port % 2 }).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key.Name, w.Key.Name.Length, N = w.Count() }));
        yield return Of("key of an expression", (events, o) => events.GroupBy(c => c.Port / 100).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key, N = w.Count() }));
        yield return Of("key of a constant", (events, o) => events.GroupBy(c => new { One = 1 }).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key.One, N = w.Count() }));
    }
}
