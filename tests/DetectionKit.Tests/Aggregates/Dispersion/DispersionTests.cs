namespace DetectionKit.Tests.Aggregates;

public sealed class DispersionTests
{
    /// <summary>The reference is numpy's: percentile (linear) and median.</summary>
    [Fact]
    public void Measures_equal_a_numeric_reference()
    {
        var dispersion = Of(300, 310, 290, 305, 900, 120, 301, 299, 310, 280);

        (dispersion.Count, dispersion.Median, dispersion.Deviation).ShouldBe((10, 300.5, 9.5));
        dispersion.Skew.ShouldBe((292.25 + 308.75 - 601) / (308.75 - 292.25), 1e-12);
        dispersion.Score!.Value.ShouldBe((1 + ((300.5 - 9.5) / 300.5)) / 2, 1e-12);
    }

    [Fact]
    public void Skew_leans_to_the_longer_side() => Of(1, 2, 3, 10, 20).Skew.ShouldBe((2 + 10 - 6) / 8.0, 1e-12);

    [Fact]
    public void Equal_values_have_the_greatest_score() => Of(7, 7, 7, 7).ShouldBe(new Dispersion(4, 7, 0, 0));

    [Fact]
    public void Score_of_equal_values_is_one_and_of_a_median_of_zero_none()
    {
        Of(7, 7, 7, 7).Score.ShouldBe(1);
        Of(0, 0, 0, 9).Score.ShouldBeNull();
        Of(-5, -5, -5).Score.ShouldBeNull();
        Of().ShouldBe(default);
        Of().Score.ShouldBeNull();
    }

    [Fact]
    public void Score_is_not_below_that_of_the_skew_where_the_deviation_is_above_the_median() => new Dispersion(9, 10, 40, -0.5).Score.ShouldBe(0.25);

    [Fact]
    public void Null_counts_as_nothing()
    {
        var aggregate = default(DispersionAggregate);
        var state = default(ValueCounts);
        aggregate.Add(ref state, null, 0);
        aggregate.Add(ref state, 5, 0);

        aggregate.Result(ref state).Count.ShouldBe(1);
    }

    [Fact]
    public void Dispersion_is_read_in_a_query() =>
        Aggregated.By(Reading.Of(10, 20, 30), w => w.Aggregate(pane => new { Sizes = pane.Dispersion(r => (long)r.Value!) }).Select(b => b.Sizes.Median)).ShouldBe(20);

    [Fact]
    public void State_is_bounded_whatever_the_order()
    {
        var values = Enumerable.Range(0, 10_000).Select(i => (i * 37L) - 5_000).ToArray();
        var shuffled = (long[])values.Clone();
        new Random(1).Shuffle(shuffled);
        var aggregate = default(DispersionAggregate);
        ValueCounts whole = default, merged = default;
        foreach (var value in values) aggregate.Add(ref whole, value, 0);
        foreach (var chunk in shuffled.Chunk(900))
        {
            ValueCounts part = default;
            foreach (var value in chunk) aggregate.Add(ref part, value, 0);
            aggregate.Merge(ref merged, ref part);
        }

        whole.Distinct.ShouldBeLessThanOrEqualTo(ValueCounts.MostValues);
        (whole.Count, merged.Count, merged.Distinct).ShouldBe((10_000, 10_000, whole.Distinct));
        aggregate.SizeOf(ref whole).ShouldBe(24 + (24L * whole.Distinct));
        aggregate.Result(ref merged).ShouldBe(aggregate.Result(ref whole));
        aggregate.Result(ref whole).Median.ShouldBe(179_981.5, 128);
    }

    private static Dispersion Of(params long[] values)
    {
        var aggregate = default(DispersionAggregate);
        var state = default(ValueCounts);
        foreach (var value in values) aggregate.Add(ref state, value, 0);
        return aggregate.Result(ref state);
    }
}
