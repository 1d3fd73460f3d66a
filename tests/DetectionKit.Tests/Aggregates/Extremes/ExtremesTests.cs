namespace DetectionKit.Tests.Aggregates;

public sealed class ExtremesTests
{
    [Fact]
    public void Min_and_Max_pass_over_null() =>
        Aggregated.By(Reading.Of(3, null, 1, 2), w => w.Aggregate(p => new { Least = p.Min(r => r.Value), Most = p.Max(r => r.Value) })).ShouldBe(new { Least = (double?)1, Most = (double?)3 });

    [Fact]
    public void Min_of_nothing_is_default() => Aggregated.By(Reading.Of(null, null), w => w.Aggregate(p => p.Min(r => r.Value))).ShouldBeNull();

    [Fact]
    public void Min_of_text_is_ordinal() =>
        Aggregated.By(new[] { "b", "a", "B" }.Select((host, i) => new Reading(Reading.Start.AddSeconds(i), host, null)), w => w.Aggregate(p => p.Min(r => r.Host))).ShouldBe("B");
}
