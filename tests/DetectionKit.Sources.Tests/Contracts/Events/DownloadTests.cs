namespace DetectionKit.Sources.Tests.Contracts.Events;

/// <summary>The documentation's events of one's own.</summary>
public sealed class DownloadTests
{
    private static readonly Detection<string, NoOptions> s_hoarding = Detection.Define("hoarding", (Events<Download> events) => events
        .Where(d => d.Site != "intranet")
        .GroupBy(d => d.User)
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Bytes = g.Sum(d => d.Bytes) })
        .Where(b => b.Bytes > 1_000_000)
        .Select(b => b.Key));

    [Fact]
    public void Fires_when_events_are_read_by_their_contract()
    {
        using var folder = new TempFolder();
        var path = folder.Write(
            "downloads.ndjson",
            """{"time":"2026-03-02T08:00:00Z","user":"ada","site":"example.com","bytes":900000,"agent":"curl"}""",
            """{"time":"2026-03-02T08:10:00Z","user":"ada","site":"intranet","bytes":900000}""",
            """{"Time":"2026-03-02T08:20:00Z","User":"ada","Site":"example.org","Bytes":"200000"}""",
            """{"time":"2026-03-02T08:30:00Z","user":"bob","site":"example.com","bytes":1000000}""");
        var detection = s_hoarding;

        // <snippet read>
        var alerts = EventFiles.Read(path, DownloadContext.Default.Download, reads: detection.ReadsOf<Download>()).Detect(detection);
        // </snippet>
        alerts.ShouldHaveSingleItem().Value.ShouldBe("ada");
        EventFiles.Read(path, DownloadContext.Default.Download).Detect(detection).Select(alert => alert.Id).ShouldBe(alerts.Select(alert => alert.Id));
    }
}
