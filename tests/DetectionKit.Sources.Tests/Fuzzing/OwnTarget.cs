using DetectionKit.Sources.Tests.Contracts;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>A user's own JSON.</summary>
internal sealed class OwnTarget() : ReadTarget<Visit>(null, s_filtered, Shown)
{
    // Every member is looked at, so that all of an event that meets the conditions can be shown.
    private static readonly EventReads<Visit> s_filtered = Detection.Define("filtered", (Events<Visit> events) => events
        .Where(visit => visit.Page != "/a" && visit.Status < 404)
        .GroupBy(visit => new { visit.User, visit.Kind, visit.Agent })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Sources = g.CountDistinct(visit => visit.From), Bytes = g.Sum(visit => visit.Bytes ?? 0), Seconds = g.Max(visit => visit.Seconds) })
        .Select(g => new Load(g.Key.User, g.Key.Kind, g.Key.Agent, g.Sources, g.Bytes, g.Seconds))).ReadsOf<Visit>();

    /// <inheritdoc/>
    protected override IEnumerable<byte[]> Files => ContractTarget.Files;

    /// <inheritdoc/>
    protected override IEnumerable<EventBatch<Visit>> Read(string path, SourceOptions options, SourceReport report, EventReads<Visit>? reads) =>
        EventFiles.Read(path, VisitContext.Default.Visit, options, report, reads);

    /// <inheritdoc/>
    protected override IAsyncEnumerable<EventBatch<Visit>> ReadAsync(string path, SourceOptions options, SourceReport report, EventReads<Visit>? reads) =>
        EventFiles.ReadAsync([path], VisitContext.Default.Visit, options, report, reads: reads);

    private static string Shown(Visit visit) => visit is { Page: not "/a", Status: < 404 } ? $"{visit}" : $"{visit.At}";

    private sealed record Load(string? User, VisitKind Kind, string? Agent, int Sources, long Bytes, double Seconds);
}
