namespace DetectionKit.Tests.Properties;

internal static partial class QueryCases
{
    private sealed record Counted(string? Host, int N);

    private static DetectionQuery<Counted> Before(DetectionQuery<Counted> counts, FlowOptions o) =>
        counts.LeftJoin(counts.Latest(() => o.Window), x => x.Host, y => y.Host, (x, y) => new Counted(x.Host, x.N + (y == null ? 0 : 100 * y.N)));

    // A member of a derived event is none of the event's.
    private static string Whole(Flow c) => string.Join(' ', c.Time.UtcTicks, c.Host, c.User, c.Address, c.Port, c.Bytes, c.Score, c.Cost, c.Kind, c.Session, c.Boot.UtcTicks);

    // Each reads the event whole, so that events which are one to the engine are one to the interpreter.
    private static IEnumerable<QueryCase> Sequences()
    {
        yield return Of("followed by", (events, o) => events.Where(c => c.Port == o.Port)
            .FollowedBy(events.Where(c => c.Port == 80), a => new { a.Host, a.User }, b => new { b.Host, b.User }, () => o.Quiet, (a, b) => new { A = Whole(a), b.Bytes, b.Kind }), early: false);
        yield return Of("followed by itself", (events, o) => events.FollowedBy(events, a => a.Host, b => b.Host, () => o.Hop, (a, b) => new { A = Whole(a), After = b.Time - a.Time, b.Port }, where: (a, b) => b.Port != a.Port), early: false);
        yield return Of("followed by, then by another", (events, o) => events.Where(c => c.Port == 443)
            .FollowedBy(events.Where(c => c.Port == 80), a => a.Host, b => b.Host, () => o.Quiet, (a, b) => new { a, b })
            .FollowedBy(events.Where(c => c.Port == 8443), x => x.b.User, c => c.User, () => o.Window, (x, c) => new { A = Whole(x.a), At = x.b.Time, c.Port }), early: false);
        yield return Of("optionally followed by", (events, o) => events.Where(c => c.Port == 443)
            .OptionallyFollowedBy(events.Where(c => c.Kind == FlowKind.Udp), a => a.Host, b => b.Host, () => o.Hop, (a, b) => new { A = Whole(a), Then = b == null ? null : b.User }), early: false);
        yield return Of("not followed by", (events, o) => events.Where(c => c.Port == o.Port)
            .NotFollowedBy(events.Where(c => c.Port == 80), a => a.Host, b => b.Host, () => o.Quiet, where: (a, b) => a.Kind != b.Kind).Select(c => new { C = Whole(c), c.Host }), early: false);
        yield return Of("followed by, in windows", (events, o) => events.Where(c => c.Port == 443)
            .FollowedBy(events.Where(c => c.Port == 80), a => a.Host, b => b.Host, () => o.Quiet, (a, b) => new { a.Host, b.User, A = Whole(a) })
            .GroupBy(x => x.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key, w.Start, N = w.Count(), Users = w.CountDistinct(x => x.User) }).Where(x => x.N > 0), early: false);
        yield return Of("windows followed by events", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Hop)).Aggregate(w => new { Host = w.Key, N = w.Count() }).Where(x => x.N == 2)
            .FollowedBy(events.Where(c => c.Port == 443), x => x.Host, c => c.Host, () => o.Window, (x, c) => new { x.N, C = Whole(c) }), early: false);
        yield return Of("join with the latest", (events, o) => events.Where(c => c.Port == 443)
            .Join(events.Where(c => c.Kind == FlowKind.Udp).Latest(), a => a.Host, b => b.Host, (a, b) => new { A = Whole(a), b.User, Since = a.Time - b.Time }), early: false);
        yield return Of("join with the latest of itself, remembered for a while", (events, o) => events.Join(events.Latest(() => o.Quiet), a => new { a.Host, a.Kind }, b => new { b.Host, b.Kind }, (a, b) => new { A = Whole(a), b.Port, b.Bytes }), early: false);
        yield return Of("left join", (events, o) => events.LeftJoin(events.Where(c => c.Port == 80).Latest(() => o.Window), a => a.User, b => b.User, (a, b) => new { A = Whole(a), Before = b == null ? null : b.Host })
            .Tier(FlowRisk.High, x => x.Before == null).Otherwise(FlowRisk.Low).Select((x, risk) => new { x.A, x.Before, risk }), early: false);
        yield return Of("an aggregate joined back", (events, o) => events.GroupBy(c => new { c.Host, c.Port }).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key.Host, w.Key.Port, N = w.Count() }).Where(x => x.N == 1)
            .Join(events.GroupBy(c => c.Port).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { Port = w.Key, Hosts = w.CountDistinct(c => c.Host), N = w.Count() }).Where(x => x.N <= 2).Latest(), x => x.Port, y => y.Port, (x, y) => new { x.Host, y.Hosts }), early: false);
        yield return Of("an aggregate joined to another of its key", (events, o) => events.Where(c => c.Port == 443).GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { Host = w.Key, N = w.Count() }).Where(x => x.N == 1)
            .Join(events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { Host = w.Key, All = w.Count() }).Where(x => x.All <= 2).Latest(), x => x.Host, y => y.Host, (x, y) => new { x.N, y.All }), early: false);
        yield return Of("an aggregate joined to its own window before", (events, o) => Before(events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Hop)).Aggregate(w => new Counted(w.Key, w.Count())).Where(x => x.N == 1), o), early: false);
        yield return Of("first seen", (events, o) => events.FirstSeen(c => new { c.Host, c.Port }, () => o.Quiet).Select(c => new { C = Whole(c), c.Host }), early: false);
        yield return Of("first seen before a window", (events, o) => events.FirstSeen(c => c.User, () => o.Window).GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key, N = w.Count(), Ports = w.Sum(c => c.Port) }), early: false);
    }
}
