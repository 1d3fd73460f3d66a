namespace DetectionKit.Tests.Aggregates;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.75, 3.25)]
    [InlineData(1, 4)]
    public void Percentile_interpolates_between_the_nearest_ranks(double p, double expected) =>
        Aggregated.By(Reading.Of(4, 1, null, 3, 2), w => w.Aggregate(pane => pane.Percentile(r => r.Value, p))).ShouldBe(expected);
}
