namespace DetectionKit.Tests.Windows;

public sealed class SessionWindowTests
{
    private static readonly TimeSpan s_gap = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(30);

    [Fact]
    public void Session_lasts_until_a_silence() => Counted.In(w => w.Session(s_gap, s_longest), Beat.At(0, 9, 18, 28)).ShouldBe(["0-28 3", "28-38 1"]);

    [Fact]
    public void Session_of_a_key_that_is_never_silent_ends_at_the_longest_length() =>
        Counted.In(w => w.Session(s_gap, s_longest), Beat.At(0, 9, 18, 27, 30, 36)).ShouldBe(["0-30 4", "30-46 2"]);

    [Fact]
    public void Session_does_not_depend_on_the_order_of_events() =>
        Counted.In(w => w.Session(s_gap, s_longest), Beat.At(18, 0, 28, 9), settings: new() { Disorder = Disorder.Within(s_longest) }).ShouldBe(["0-28 3", "28-38 1"]);
}
