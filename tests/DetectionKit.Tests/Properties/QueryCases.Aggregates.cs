namespace DetectionKit.Tests.Properties;

internal static partial class QueryCases
{
    private static IEnumerable<QueryCase> AggregatesOfEachKind()
    {
        yield return Of("counts", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Hopping(o.Window, o.Hop)).Aggregate(w => new
        {
            All = w.Count(),
            Hosts = w.CountDistinct(c => c.User),
            Addresses = w.CountDistinct(c => c.Address),
            Kinds = w.CountDistinct(c => c.Kind),
            Pairs = w.CountDistinct(c => new { c.Port, c.Kind }),
            Bytes = w.CountDistinct(c => c.Bytes),
        }));
        yield return Of("sums", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Sliding(o.Window)).Aggregate(w => new
        {
            Ints = w.Sum(c => c.Port),
            MaybeInts = w.Sum(c => c.Port == 80 ? (int?)null : c.Port),
            Longs = w.Sum(c => c.Bytes ?? 0),
            MaybeLongs = w.Sum(c => c.Bytes),
            Reals = w.Sum(c => c.Score ?? 0.5),
            MaybeReals = w.Sum(c => c.Score),
            Decimals = w.Sum(c => c.Cost ?? 1m),
            MaybeDecimals = w.Sum(c => c.Cost),
        }), sliding: true);
        yield return Of("extremes", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Hopping(o.Window, o.Hop)).Aggregate(w => new
        {
            Least = w.Min(c => c.Port),
            Most = w.Max(c => c.Port),
            LeastUser = w.Min(c => c.User),
            MostUser = w.Max(c => c.User),
            LeastBytes = w.Min(c => c.Bytes),
            MostScore = w.Max(c => c.Score),
            Earliest = w.Min(c => c.Time),
            Latest = w.Max(c => c.Time),
            LeastKind = w.Min(c => c.Kind),
            MostSession = w.Max(c => c.Session),
        }));
        yield return Of("averages", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Sliding(o.Window)).Aggregate(w => new
        {
            Ports = w.Average(c => c.Port),
            Scores = w.Average(c => c.Score),
            Deviation = w.StandardDeviation(c => c.Port),
            ScoreDeviation = w.StandardDeviation(c => c.Score),
            Quarter = w.Percentile(c => c.Score, o.Fraction),
            Median = w.Percentile(c => c.Port, 0.5),
        }), sliding: true);
        yield return Of("firsts and lasts", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Session(o.Hop, o.Window)).Aggregate(w => new
        {
            First = w.First(c => c.User),
            Last = w.Last(c => c.User),
            FirstPort = w.First(c => c.Port),
            LastBytes = w.Last(c => c.Bytes),
            LastBoth = w.Last(c => new { c.User, c.Port }),
            FirstWhole = w.First(c => c).Port,
        }));
        yield return Of("distinct values", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Hopping(o.Window, o.Hop)).Aggregate(w => new
        {
            Users = w.DistinctValues(c => c.User, 2),
            Ports = w.DistinctValues(c => c.Port, 10),
            Bytes = w.DistinctValues(c => c.Bytes, 3),
            Sessions = w.DistinctValues(c => c.Session, 1),
        }));
        yield return Of("filtered panes", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new
        {
            Web = w.Where(c => c.Port == o.Port).Count(),
            Udp = w.Where(c => c.Port == 80).Where(c => c.Kind == FlowKind.Udp).Count(),
            Sum = w.Where(c => c.User != null).Sum(c => c.Bytes),
            Length = w.Where(c => c.User != null).Max(c => c.User!.Length),
            None = w.Where(c => c.Port < 0).Average(c => c.Score),
        }).Where(b => b.Web > 0), early: true);
        yield return Of("same words, other meanings", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new
        {
            Whole = w.Average(c => c.Port / 100),
            Part = w.Average(c => c.Port / 100.0),
            Narrow = w.Sum(c => (int)(byte)c.Port),
            Wide = w.Sum(c => (int)c.Port),
            Same = w.Sum(c => c.Port) + w.Sum(c => c.Port),
        }));
        yield return Of("a user's own", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Hopping(o.Window, o.Hop)).Aggregate(w => new { Skew = w.Aggregate(new Skew(o.High), c => c.Port == o.Port), N = w.Count() }));
        yield return Of("no aggregate", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key, w.Start }));
        yield return Of("one value", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => w.Count()).Where(n => n >= o.Min));
    }
}
