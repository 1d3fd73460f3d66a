namespace DetectionKit.Tests.Aggregates;

public sealed class SumTests
{
    [Fact]
    public void Sum_null_counts_as_nothing() => Aggregated.By(Reading.Of(1.5, null, 2), w => w.Aggregate(p => p.Sum(r => r.Value))).ShouldBe(3.5);

    [Fact]
    public void Sum_of_nothing_is_zero() => Aggregated.By(Reading.Of(null, null), w => w.Aggregate(p => p.Sum(r => r.Value))).ShouldBe(0);

    [Fact]
    public void Sum_of_reals_is_exact() => Aggregated.By(Reading.Of(1e16, 1, -1e16), w => w.Aggregate(p => p.Sum(r => r.Value))).ShouldBe(1);

    [Fact]
    public void Sum_of_integers_is_a_long() =>
        Aggregated.By(Reading.Of(1, 2), w => w.Aggregate(p => p.Sum(r => int.MaxValue))).ShouldBe(2L * int.MaxValue);
}
