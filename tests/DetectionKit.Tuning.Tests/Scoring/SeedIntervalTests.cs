using DetectionKit.Tuning.Scoring;

namespace DetectionKit.Tuning.Tests.Scoring;

public sealed class SeedIntervalTests
{
    [Fact]
    public void Of_three_seeds_is_that_of_Student()
    {
        // t(0.975, 2) = 4.303; s = 1; 4.303 / sqrt(3) = 2.484.
        var interval = SeedInterval.Of([1, 2, 3]);

        interval.Mean.ShouldBe(2);
        interval.HalfWidth.ShouldBe(2.484, 0.001);
    }

    [Fact]
    public void Of_seeds_without_the_figure_leaves_them_out()
    {
        SeedInterval.Of([double.NaN, 4]).ShouldBe(new(4, double.NaN, 1));
        SeedInterval.Of([double.NaN]).Seeds.ShouldBe(0);
    }
}
