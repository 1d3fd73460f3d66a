namespace DetectionKit.Tests.Windows;

public sealed class HoppingWindowTests
{
    [Fact]
    public void Hopping_windows_overlap_and_each_counts_all_its_events() =>
        Counted.In(w => w.Hopping(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(30)), Beat.At(10, 40, 70)).ShouldBe(["-30-30 1", "0-60 2", "30-90 2", "60-120 1"]);

    [Fact]
    public void Hopping_window_whose_size_is_no_multiple_of_the_hop_counts_all_its_events() =>
        Counted.In(w => w.Hopping(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(20)), Beat.At(0, 45, 49.9, 50), atLeast: 3).ShouldBe(["0-50 3", "20-70 3", "40-90 3"]);

    [Fact]
    public void Hopping_window_with_a_longer_hop_drops_what_lies_between() =>
        Counted.In(w => w.Hopping(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30)), Beat.At(5, 15, 35)).ShouldBe(["0-10 1", "30-40 1"]);
}
