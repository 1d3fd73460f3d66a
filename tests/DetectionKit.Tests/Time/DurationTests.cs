namespace DetectionKit.Tests.Time;

public sealed class DurationTests
{
    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("90s", 90_000)]
    [InlineData("10m", 600_000)]
    [InlineData("10 min", 600_000)]
    [InlineData(" 2h ", 7_200_000)]
    [InlineData("0.5d", 43_200_000)]
    [InlineData("-1s", -1_000)]
    [InlineData("00:01:00.5", 60_500)]
    public void TryParse_a_number_with_a_unit_or_a_time(string text, double milliseconds)
    {
        Duration.TryParse(text, out var duration).ShouldBeTrue();
        duration.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("90")]
    [InlineData("s")]
    [InlineData("5 weeks")]
    [InlineData("1:2:3:4:5")]
    [InlineData("10675200d")]
    [InlineData("-10675200d")]
    public void TryParse_anything_else_is_refused(string? text)
    {
        Duration.TryParse(text, out var duration).ShouldBeFalse();
        duration.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void TryParse_the_longest_there_is()
    {
        Duration.TryParse("922337203685477ms", out var duration).ShouldBeTrue();
        duration.ShouldBe(TimeSpan.FromMilliseconds(922337203685477));
    }
}
