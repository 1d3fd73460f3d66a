namespace DetectionKit.Tests.Properties;

internal static partial class QueryCases
{
    private static IEnumerable<QueryCase> Stages()
    {
        yield return Of("stateless", (events, o) => events.Where(c => c.Port == o.Port).Select(c => new { c.Host, c.Bytes }), early: false);
        yield return Of("stateless with tiers", (events, o) => events.Tier(FlowRisk.High, c => c.Port == o.Port).Tier(FlowRisk.Low, c => c.Bytes > 0).Select((c, risk) => new { c.Host, risk }).Where(r => r.Host != "b"), early: false);
        yield return Of("stateless with raised tiers", (events, o) => events.Tier(FlowRisk.High, c => c.Port == o.Port).Tier(FlowRisk.Low, c => c.Bytes > 0).RaiseWhen(c => c.User != null).Select((c, risk) => new { c.Host, risk }), early: false);
        yield return Of("raised tiers of windows", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key, N = w.Count(), Ports = w.CountDistinct(c => c.Port) })
            .Tier(FlowRisk.High, b => b.N >= 4).Otherwise(FlowRisk.Low).RaiseWhen(b => b.Ports >= o.Min).Select((b, risk) => new { b.Key, b.N, risk }));
        yield return Of("selects in a row", (events, o) => events.Select(c => new { c.Host, Mega = (c.Bytes ?? 0) / 1000, c.Time }).Where(c => c.Mega == 0).Select(c => new { Name = c.Host, Twice = c.Mega + c.Mega, c.Time.Minute })
            .GroupBy(c => c.Name).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { Names = w.Key, N = w.Count(), Minutes = w.Max(c => c.Minute) })
            .Select(b => new { b.Names, Next = b.N + 1, b.Minutes }).Where(b => b.Next > o.Min).Select(b => new { Text = b.Names + ":", b.Next }));
        yield return Of("select that keeps the row", (events, o) => events.Select(c => c).Where(c => c.Port == 443).Select(c => new { c, c.Host }).GroupBy(r => r.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { N = w.Sum(r => r.c.Port) }));
        yield return Of("merge of sources", (events, o) => events.Where(c => c.Port == 443).Merge(events.Where(c => c.Kind == FlowKind.Udp)).GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { w.Start, N = w.Count(), First = w.First(c => c.User) }));
        yield return Of("merge of sources, hopping", (events, o) => events.Where(c => c.Port == 443).Merge(events.Where(c => c.Kind == FlowKind.Udp)).GroupBy(c => c.Host).Window(w => w.Hopping(o.Window, o.Hop))
            .Aggregate(w => new { w.Start, N = w.Count() }));
        yield return Of("merge of stateless rules", (events, o) => events.Where(c => c.Port == 443).Select(c => new { c.Host, Rule = 1 }).Merge(events.Where(c => c.Kind == FlowKind.Udp).Select(c => new { c.Host, Rule = 2 })), early: false);
        yield return Of("merge of windows", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key, N = w.Count() })
            .Merge(events.GroupBy(c => c.User).Window(w => w.Session(o.Hop, o.Window)).Aggregate(w => new { w.Key, N = w.Count() })).Where(b => b.N >= o.Min));
        yield return Of("merge of events and windows", (events, o) => events.Where(c => c.Port == 80).Select(c => new { Who = c.Host, N = 0 })
            .Merge(events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Quiet)).Aggregate(w => new { Who = w.Key, N = w.Count() })), early: false);
        yield return Of("hopping over events and windows", (events, o) => events.Where(c => c.Port == 80).Select(c => new { Who = c.Host, N = 0 })
            .Merge(events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Quiet)).Aggregate(w => new { Who = w.Key, N = w.Count() }))
            .GroupBy(b => b.Who).Window(w => w.Hopping(o.Window, o.Hop)).Aggregate(w => new { w.Start, Rows = w.Count(), Sum = w.Sum(b => b.N) }), early: false);
        yield return Of("distinct", (events, o) => events.Distinct(c => new { c.Host, c.Port }, () => o.Quiet).Select(c => new { c.Host, c.User, c.Port, c.Bytes }), early: false);
        yield return Of("distinct before a window", (events, o) => events.Where(c => c.Port == 443).Distinct(c => c.Host, () => TimeSpan.FromMinutes(10)).GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { N = w.Count(), Sum = w.Sum(c => c.Bytes), User = w.Last(c => c.User) }));
        yield return Of("suppress", (events, o) => events.GroupBy(c => new { c.Host, c.User }).Window(w => w.Tumbling(o.Quiet)).Aggregate(w => new { w.Key, N = w.Count() })
            .Tier(FlowRisk.High, b => b.N >= 3).Otherwise(FlowRisk.Low).Select((b, risk) => new { b.Key.Host, b.N, risk }).Suppress(b => b.Host, () => o.Window), early: false);
        yield return Of("suppress after sliding", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Sliding(o.Hop)).Aggregate(w => new { w.Key, N = w.Count() }).Where(b => b.N >= 2).Suppress(b => b.Key, () => o.Window), early: false, sliding: true);
        yield return Of("aggregate over aggregate", (events, o) => events.GroupBy(c => new { c.Host, c.Port }).Window(w => w.Tumbling(TimeSpan.FromMinutes(10))).Aggregate(w => new { w.Key.Host, N = w.Count() })
            .Where(b => b.N >= 1).GroupBy(b => b.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Start, Windows = w.Count(), Most = w.Max(b => b.N) }), early: false);
        yield return Of("sessions of sliding episodes", (events, o) => events.GroupBy(c => new { c.Host, c.Port }).Window(w => w.Sliding(TimeSpan.FromMinutes(10))).Aggregate(w => new { w.Key.Host, N = w.Count() }).Where(b => b.N >= 2)
            .GroupBy(b => b.Host).Window(w => w.Session(o.Window, TimeSpan.FromHours(5))).Aggregate(w => new { w.Start, w.End, Episodes = w.Count(), Most = w.Max(b => b.N) }), early: false);
    }
}
