namespace DetectionKit.Tests.Aggregates;

public sealed class DistinctValuesTests
{
    [Fact]
    public void DistinctValues_come_in_order_without_null() =>
        Aggregated.By(Reading.Of(3, 1, null, 3), w => w.Aggregate(p => p.DistinctValues(r => r.Value, 10))).ShouldBe([1, 3]);

    [Fact]
    public void DistinctValues_beyond_the_limit_are_the_least_whatever_the_order()
    {
        var readings = Reading.Of(5, 4, 3, 2, 1);

        Aggregated.By(readings, w => w.Aggregate(p => p.DistinctValues(r => r.Value, 2))).ShouldBe([1, 2]);
        Aggregated.By(readings.Reverse(), w => w.Aggregate(p => p.DistinctValues(r => r.Value, 2))).ShouldBe([1, 2]);
    }
}
