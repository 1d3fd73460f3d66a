using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Tests.Settings;

public sealed class SweepAxisTests
{
    [Theory]
    [InlineData("Min=4..7", "Min", "4,5,6,7")]
    [InlineData("Min=4..9:2", "Min", "4,6,8")]
    [InlineData("Share=0..0.3:0.1", "Share", "0,0.1,0.2,0.3")]
    [InlineData("Ports=1, 2,4", "Ports", "1,2,4")]
    [InlineData("Min=1..3,2,9", "Min", "1,2,3,9")]
    [InlineData("Images:Add=a.exe", "Images:Add", "a.exe")]
    public void Parse_reads_lists_and_ranges(string text, string option, string values)
    {
        var axis = SweepAxis.Parse(text);

        axis.Option.ShouldBe(option);
        string.Join(',', axis.Values).ShouldBe(values);
    }

    [Theory]
    [InlineData("Min", "is no sweep: write Option=4..40")]
    [InlineData("Min=", "is no sweep: write Option=4..40")]
    [InlineData("=4", "is no sweep: write Option=4..40")]
    [InlineData("Min=4..x", "4..x is no range of numbers")]
    [InlineData("Min=9..4", "9..4 has no values")]
    [InlineData("Min=4..9:0", "4..9:0 has no values")]
    [InlineData("Min=0..1000000", "has more than 10000 values")]
    public void Parse_says_what_is_wrong(string text, string message) => Should.Throw<FormatException>(() => SweepAxis.Parse(text)).Message.ShouldContain(message);
}
