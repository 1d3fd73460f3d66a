namespace DetectionKit.Tests.Time;

public sealed class DisorderTests
{
    [Theory]
    [InlineData("any", "any")]
    [InlineData("ANY", "any")]
    [InlineData("0s", "00:00:00")]
    [InlineData("10m", "00:10:00")]
    [InlineData("00:10:00", "00:10:00")]
    [InlineData("1.5d", "1.12:00:00")]
    public void Parse_writes_what_it_reads(string text, string written)
    {
        Disorder.TryParse(text, null, out var disorder).ShouldBeTrue();
        disorder.ToString().ShouldBe(written);
        Disorder.Parse(written).ShouldBe(disorder);
        disorder.IsAny.ShouldBe(written == "any");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-1s")]
    [InlineData("some")]
    public void TryParse_something_else_is_refused(string? text) => Disorder.TryParse(text, null, out _).ShouldBeFalse();

    [Fact]
    public void Parse_something_else_says_what_to_write() =>
        Should.Throw<FormatException>(() => Disorder.Parse("some")).Message.ShouldBe("'some' is no disorder: write any, or a tolerance such as 10m, 90s, 2h or 00:10:00.");

    [Fact]
    public void Within_less_than_nothing_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Disorder.Within(TimeSpan.FromTicks(-1))).ParamName.ShouldBe("tolerance");

    [Fact]
    public void Within_nothing_is_None() => Disorder.Within(TimeSpan.Zero).ShouldBe(Disorder.None);
}
