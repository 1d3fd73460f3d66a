using DetectionKit.Sources.Falcon;

namespace DetectionKit.Sources.Tests.Falcon;

public sealed class FalconTimeTests
{
    [Theory]
    [InlineData("\"1589880000.123\"", "2020-05-19T09:20:00.123Z", 0)]
    [InlineData("1589880000.1234567", "2020-05-19T09:20:00.1234567Z", 0)]
    [InlineData("\"1589880000\"", "2020-05-19T09:20:00Z", 0)]
    [InlineData("\"1589880000123\"", "2020-05-19T09:20:00.123Z", 0)]
    [InlineData("\"133145666190000000\"", "2022-12-03T18:43:39Z", 0)]
    [InlineData("133145666190000000", "2022-12-03T18:43:39Z", 0)]
    [InlineData("\"2023-04-28 18:49:37.731\"", "2023-04-28T18:49:37.731Z", 0)]
    [InlineData("\"\"", "2023-11-14T22:13:20Z", 1)]
    [InlineData("null", "2023-11-14T22:13:20Z", 1)]
    [InlineData("\"yesterday\"", "2023-11-14T22:13:20Z", 1)]
    [InlineData("{}", "2023-11-14T22:13:20Z", 1)]
    public void Read_context_time_takes_every_form_and_falls_back_to_timestamp(string value, string expected, int fallbacks)
    {
        var report = new SourceReport();
        var line = FalconLines.Enriched($"""  "timestamp":"1700000000000","ContextTimeStamp":{value},"RemoteAddressIP4":"9.9.9.9","RemotePort":1 """);
        var connection = Input.Connections([line], report, s => new() { StandardInput = s, FalconTime = FalconTime.ContextTimeStamp }).ShouldHaveSingleItem();
        connection.Time.ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        connection.Time.Offset.ShouldBe(TimeSpan.Zero);
        report.TimeFallbacks.ShouldBe(fallbacks);
        Input.Connections([line]).ShouldHaveSingleItem().Time.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1700000000000));
    }
}
