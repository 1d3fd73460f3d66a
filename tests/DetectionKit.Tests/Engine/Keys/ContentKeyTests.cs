namespace DetectionKit.Tests.Engine.Keys;

/// <summary>Keys of a type of the user's own are told apart by their content.</summary>
public sealed class ContentKeyTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void GroupBy_structure_counts_equal_contents_together_and_null_by_itself()
    {
        var detection = Detection.Define("places", (Events<Visit> visits) => visits.GroupBy(v => v.Place).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { w.Key, N = w.Count() }));
        Visit[] visits =
        [
            .. Enumerable.Range(0, 30).Select(i => new Visit(s_start.AddSeconds(i), i % 5 == 4 ? null : new Place(i % 2 == 0 ? "NL" : "DE", i % 3))),
        ];

        visits.Detect(detection).Select(alert => (alert.Value.Key, alert.Value.N)).ShouldBe(visits.GroupBy(visit => visit.Place).Select(group => (group.Key, group.Count())), ignoreOrder: true);
    }

    private sealed record Visit(DateTimeOffset Time, Place? Place);

    private sealed record Place(string Country, int Network);
}
