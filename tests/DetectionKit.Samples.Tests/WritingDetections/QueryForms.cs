namespace DetectionKit.Samples.Tests.WritingDetections;

/// <summary>The forms that a query may take, each as the how-to shows it.</summary>
internal static class QueryForms
{
    // <snippet stateless>
    internal static Detection<FileTransfer, string, NoOptions> HugeTransfer { get; } = Detection.Define("huge-transfer", (Events<FileTransfer> transfers) => transfers
        .Where(t => t.Bytes >= 50_000_000_000)
        .Select(t => t.Host + " sent a huge file to " + t.Destination));
    // </snippet>

    // <snippet syntax>
    internal static Detection<FileTransfer, Busy, NoOptions> BusyHost { get; } = Detection.Define("busy-host", (Events<FileTransfer> transfers) =>
        from t in transfers
        where t.Bytes > 0
        group t by t.Host into g
        from w in g.Window(x => x.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(15)))
        let destinations = w.CountDistinct(t => t.Destination)
        where destinations >= 20
        select new Busy(g.Key, destinations));
    // </snippet>

    // <snippet session>
    internal static Detection<FileTransfer, Busy, NoOptions> LongSession { get; } = Detection.Define("long-session", (Events<FileTransfer> transfers) => transfers
        .GroupBy(t => t.Host)
        .Window(w => w.Session(TimeSpan.FromMinutes(30), TimeSpan.FromHours(12)))
        .Aggregate(w => new { w.Key, w.Duration, Destinations = w.CountDistinct(t => t.Destination) })
        .Where(w => w.Duration >= TimeSpan.FromHours(8))
        .Select(w => new Busy(w.Key, w.Destinations)));
    // </snippet>

    // <snippet duplicates>
    internal static Detection<FileTransfer, Busy, NoOptions> Quiet { get; } = Detection.Define("quiet", (Events<FileTransfer> transfers) => transfers
        .Distinct(t => new { t.Host, t.Destination, t.Bytes }, within: () => TimeSpan.FromSeconds(10))
        .GroupBy(t => t.Host)
        .Window(w => w.Tumbling(TimeSpan.FromMinutes(5)))
        .Aggregate(w => new { w.Key, Failed = w.Where(t => t.Bytes == 0).Count() })
        .Where(w => w.Failed >= 3)
        .Select(w => new Busy(w.Key, w.Failed))
        .Suppress(b => b.Host, @for: () => TimeSpan.FromHours(1)));
    // </snippet>

    internal sealed record Busy(string Host, int Number);
}
