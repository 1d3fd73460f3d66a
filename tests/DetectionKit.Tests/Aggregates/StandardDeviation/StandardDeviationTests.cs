namespace DetectionKit.Tests.Aggregates;

public sealed class StandardDeviationTests
{
    [Fact]
    public void StandardDeviation_is_that_of_a_sample() =>
        Aggregated.By(Reading.Of(2, 4, 4, 4, 5, 5, 7, 9), w => w.Aggregate(p => p.StandardDeviation(r => r.Value))).ShouldBe(Math.Sqrt(32 / 7.0), 1e-12);

    [Fact]
    public void StandardDeviation_of_values_far_from_zero_loses_nothing() =>
        Aggregated.By(Reading.Of(1e9 + 1, 1e9 + 2, 1e9 + 3), w => w.Aggregate(p => p.StandardDeviation(r => r.Value))).ShouldBe(1, 1e-12);

    [Fact]
    public void StandardDeviation_of_one_value_is_NaN() =>
        double.IsNaN(Aggregated.By(Reading.Of(1, null), w => w.Aggregate(p => p.StandardDeviation(r => r.Value)))).ShouldBeTrue();
}
