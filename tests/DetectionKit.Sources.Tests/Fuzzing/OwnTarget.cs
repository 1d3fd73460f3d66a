using DetectionKit.Sources.Tests.Contracts.Columns;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>A user's own JSON.</summary>
internal sealed class OwnTarget() : ReadTarget<Visit>(null, s_filtered, Shown)
{
    private static readonly EventReads<Visit> s_filtered = Detection.Define("filtered", (Events<Visit> events) => events
        .Where(visit => visit.Page != "/a" && visit.Status < 404)
        .GroupBy(visit => new { visit.User, visit.Kind, visit.Agent })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Seconds = g.Max(visit => visit.Seconds) })
        .Select(g => new Load(g.Key.User, g.Key.Kind, g.Key.Agent, g.Seconds))).ReadsOf<Visit>();

    /// <inheritdoc/>
    protected override IEnumerable<byte[]> Files => ContractTarget.Files;

    /// <inheritdoc/>
    protected override IEnumerable<EventBatch<Visit>> Read(string path, SourceOptions options, SourceReport report, EventReads<Visit>? reads) =>
        EventFiles.Read(path, VisitContext.Default.Visit, options, report, reads);

    /// <inheritdoc/>
    protected override IAsyncEnumerable<EventBatch<Visit>> ReadAsync(string path, SourceOptions options, SourceReport report, EventReads<Visit>? reads) =>
        EventFiles.ReadAsync([path], VisitContext.Default.Visit, options, report, reads: reads);

    private static string Shown(Visit visit) => visit is { Page: not "/a", Status: < 404 } ? $"{visit.At} {visit.User} {visit.Page} {visit.Status} {visit.Kind} {visit.Agent} {visit.Seconds}" : $"{visit.At}";

    private sealed record Load(string? User, VisitKind Kind, string? Agent, double Seconds);
}
