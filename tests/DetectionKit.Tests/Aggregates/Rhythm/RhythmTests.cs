using CsCheck;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Aggregates;

public sealed class RhythmTests
{
    private static readonly int[] s_irregular = [0, 61, 118, 185, 239, 300, 366, 420, 481, 545, 3700, 3755, 3822, 3880, 7300, 7361, 7420, 7485, 7540, 7600];

    /// <summary>The reference is numpy's: percentile (linear), median, std (divisor n) and a sum over every bin.</summary>
    [Fact]
    public void Measures_equal_a_numeric_reference()
    {
        var rhythm = Of(s_irregular.Select(s => (double)s));

        rhythm.Times.ShouldBe(20);
        rhythm.Span.ShouldBe(TimeSpan.FromSeconds(7600));
        rhythm.Median.ShouldBe(61);
        rhythm.Deviation.ShouldBe(4);
        rhythm.Skew.ShouldBe(0.125, 1e-12);
        rhythm.Variation.ShouldBe(2.478362946530803, 1e-12);
        rhythm.Autocorrelation.ShouldBe(0.29089680779475013, 1e-12);
        rhythm.HistogramScore.ShouldBe(0.5714285714285714, 1e-12);
        rhythm.TimeScore.ShouldBe(0.9047131147540983, 1e-12);
    }

    [Fact]
    public void A_clock_has_the_greatest_scores()
    {
        var rhythm = Of(Enumerable.Range(0, 288).Select(i => i * 300.0));

        (rhythm.Median, rhythm.Deviation, rhythm.Skew, rhythm.Variation, rhythm.TimeScore, rhythm.HistogramScore).ShouldBe((300, 0, 0, 0, 1, 1));
        rhythm.Autocorrelation.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Chance_has_low_scores()
    {
        var random = new Random(1);
        var rhythm = Of(Enumerable.Range(0, 300).Select(_ => random.NextDouble() * 86_400));

        rhythm.TimeScore.ShouldBeLessThan(0.7);
        rhythm.Autocorrelation.ShouldBeLessThan(0.3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Too_few_times_have_no_rhythm(int count)
    {
        var rhythm = Of(Enumerable.Range(0, count).Select(i => i * 60.0));

        (rhythm.Times, rhythm.TimeScore, rhythm.HistogramScore, rhythm.Median).ShouldBe((count, 0, 0, 0));
    }

    [Fact]
    public void Rhythm_is_read_in_a_query() =>
        Aggregated.By(Reading.Of(1, 2, 3, 4, 5), w => w.Aggregate(pane => new { Beat = pane.Rhythm() }).Where(b => b.Beat.TimeScore >= 1).Select(b => b.Beat.Median)).ShouldBe(1);

    [Fact]
    public void Events_of_one_second_are_one() => Of([10, 10.2, 10.9, 70, 130, 190.5, 190.6]).Times.ShouldBe(4);

    [Fact]
    public void State_is_bounded_and_a_rhythm_is_told_all_the_same()
    {
        var aggregate = default(RhythmAggregate);
        var state = default(EventTimes);
        for (var i = 0; i < 43_200; i++) aggregate.Add(ref state, default, TimeSpan.FromSeconds(2 * i).Ticks);

        state.Count.ShouldBeLessThanOrEqualTo(EventTimes.MostTimes);
        aggregate.SizeOf(ref state).ShouldBeLessThan(200_000);
        var rhythm = aggregate.Result(ref state);
        (rhythm.TimeScore, rhythm.HistogramScore).ShouldBe((1, 1));
    }

    /// <summary>The laws of aggregates try few and near times; these are many, so that the unit doubles on the way.</summary>
    [Fact]
    public void Result_does_not_depend_on_order_or_on_how_states_are_merged_beyond_the_bound() =>
        Gen.Select(Gen.Int[9000, 12_000], Gen.Int[2, 9], Gen.Int[1, 5]).Sample((count, parts, step) =>
        {
            var times = Enumerable.Range(0, count).Select(i => (long)i * step * TimeSpan.TicksPerSecond).ToArray();
            var shuffled = (long[])times.Clone();
            new Random(count).Shuffle(shuffled);
            var aggregate = default(RhythmAggregate);
            var whole = default(EventTimes);
            foreach (var time in times) aggregate.Add(ref whole, default, time);
            var merged = default(EventTimes);
            foreach (var chunk in shuffled.Chunk((count / parts) + 1))
            {
                var part = default(EventTimes);
                foreach (var time in chunk) aggregate.Add(ref part, default, time);
                aggregate.Merge(ref merged, ref part);
            }

            return aggregate.Result(ref merged) == aggregate.Result(ref whole);
        }, iter: Iterations.Of(20));

    private static Rhythm Of(IEnumerable<double> seconds)
    {
        var aggregate = default(RhythmAggregate);
        var state = default(EventTimes);
        foreach (var second in seconds) aggregate.Add(ref state, default, TimeSpan.FromSeconds(second).Ticks);
        return aggregate.Result(ref state);
    }
}
