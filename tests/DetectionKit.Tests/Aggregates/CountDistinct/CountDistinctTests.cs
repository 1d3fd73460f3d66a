namespace DetectionKit.Tests.Aggregates;

public sealed class CountDistinctTests
{
    [Fact]
    public void CountDistinct_equal_values_count_once_and_null_not_at_all() =>
        Aggregated.By(Reading.Of(1, 2, null, 1, 2), w => w.Aggregate(p => p.CountDistinct(r => r.Value))).ShouldBe(2);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(1000)]
    public void CountDistinct_is_exact_whatever_the_number(int distinct) =>
        Aggregated.By(Reading.Of([.. Enumerable.Range(0, 3 * distinct).Select(i => (double?)(i % distinct))]), w => w.Aggregate(p => p.CountDistinct(r => r.Value))).ShouldBe(distinct);

    [Fact]
    public void CountDistinct_of_text_is_ordinal() =>
        Aggregated.By(
            new[] { "a", "A", "", null, "a" }.Select((host, i) => new Reading(Reading.Start.AddSeconds(i), host, null)), w => w.Aggregate(p => p.CountDistinct(r => r.Host))).ShouldBe(3);
}
