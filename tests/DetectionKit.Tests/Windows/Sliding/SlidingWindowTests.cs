namespace DetectionKit.Tests.Windows;

public sealed class SlidingWindowTests
{
    [Fact]
    public void Sliding_window_alerts_once_an_episode_at_its_first_event() =>
        Counted.In(w => w.Sliding(TimeSpan.FromMinutes(60)), Beat.At(0, 10, 20, 30, 40), atLeast: 3).ShouldBe(["-40-20 3"]);

    [Fact]
    public void Sliding_window_excludes_its_start_and_includes_its_end() =>
        Counted.In(w => w.Sliding(TimeSpan.FromMinutes(60)), Beat.At(0, 30, 60), atLeast: 3).ShouldBeEmpty();

    [Fact]
    public void Sliding_window_alerts_again_after_an_event_that_did_not_satisfy() =>
        Counted.In(w => w.Sliding(TimeSpan.FromMinutes(60)), Beat.At(0, 1, 70, 71), atLeast: 2).ShouldBe(["-59-1 2", "11-71 2"]);

    [Fact]
    public void Sliding_window_that_ran_empty_starts_another_episode() =>
        Counted.In(w => w.Sliding(TimeSpan.FromMinutes(60)), Beat.At(0, 60)).ShouldBe(["-60-0 1", "0-60 1"]);

    [Fact]
    public void Sliding_window_sees_what_lies_astride_the_hour() =>
        Counted.In(w => w.Sliding(TimeSpan.FromMinutes(60)), Beat.At(55, 56, 64, 65), atLeast: 4).ShouldBe(["5-65 4"]);
}
