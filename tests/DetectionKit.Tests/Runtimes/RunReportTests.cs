namespace DetectionKit.Tests.Runtimes;

public sealed class RunReportTests
{
    private static readonly long s_ten = new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.Zero).UtcTicks;

    [Fact]
    public void State_of_several_engines_is_their_sum()
    {
        var report = new RunReport();
        var (one, other) = (report.NewStateShare(), report.NewStateShare());

        one.Set(3, 100, long.MinValue);
        other.Set(4, 20, long.MinValue);

        (report.OpenGroups, report.StateBytes).ShouldBe((7, 120));
        one.Set(1, 50, long.MinValue);
        (report.OpenGroups, report.StateBytes).ShouldBe((5, 70));
    }

    [Fact]
    public void Watermark_of_several_engines_is_the_least_of_those_that_have_one_and_go_on()
    {
        var report = new RunReport();
        var (one, other) = (report.NewStateShare(), report.NewStateShare());
        report.NewStateShare().Set(0, 0, long.MinValue);
        report.Watermark.ShouldBeNull();

        one.Set(0, 0, s_ten + 1);
        other.Set(0, 0, s_ten);

        report.Watermark!.Value.UtcTicks.ShouldBe(s_ten);
        other.Set(0, 0, long.MaxValue);
        report.Watermark!.Value.UtcTicks.ShouldBe(s_ten + 1);
        one.Set(0, 0, long.MaxValue);
        report.Watermark.ShouldBeNull();
    }

    [Fact]
    public void Engine_that_comes_after_others_are_complete_counts_alone()
    {
        var report = new RunReport();
        report.NewStateShare().Set(0, 0, long.MaxValue);

        report.NewStateShare().Set(2, 10, s_ten);

        (report.OpenGroups, report.StateBytes, report.Watermark!.Value.UtcTicks).ShouldBe((2, 10, s_ten));
    }
}
