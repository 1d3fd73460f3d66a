namespace DetectionKit.Tests.Windows;

public sealed class TumblingWindowTests
{
    [Fact]
    public void Tumbling_window_is_half_open_and_aligned_to_the_epoch() =>
        Counted.In(w => w.Tumbling(TimeSpan.FromMinutes(30)), Beat.At(0, 29.999, 30, 61)).ShouldBe(["0-30 2", "30-60 1", "60-90 1"]);

    [Fact]
    public void Tumbling_window_of_a_size_that_divides_no_day_is_aligned_to_the_epoch()
    {
        var minutes = (long)(Beat.Ten - DateTimeOffset.UnixEpoch).TotalMinutes % 7;

        Counted.In(w => w.Tumbling(TimeSpan.FromMinutes(7)), Beat.At(0)).ShouldBe([$"{-minutes}-{7 - minutes} 1"]);
    }

    [Fact]
    public void Tumbling_window_before_1970_is_aligned_alike()
    {
        var beat = new Beat(new(1969, 12, 31, 23, 59, 0, TimeSpan.Zero), "A");

        var alert = new[] { beat }.Detect(Detection.Define<Beat, int>("early", e => e.GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Count()))).ShouldHaveSingleItem();

        alert.Window.End.ShouldBe(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void Tumbling_window_without_a_length_throws() => Should.Throw<ArgumentOutOfRangeException>(() => new TumblingWindow(TimeSpan.Zero)).Message.ShouldContain("above zero");
}
