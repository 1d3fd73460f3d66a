using System.Net;
using System.Text;

namespace DetectionKit.Sources.Tests.Entra;

public sealed class EntraFormatTests
{
    private const string Graph = """{"id":"1","createdDateTime":"2026-03-02T08:00:00Z","userPrincipalName":"a@example.com","appDisplayName":"Graph","ipAddress":"203.0.113.9","clientAppUsed":"Browser","autonomousSystemNumber":14061,"status":{"errorCode":50126,"failureReason":"x"},"location":{"city":"X","countryOrRegion":"NL","geoCoordinates":{"altitude":null,"latitude":52.3,"longitude":4.9}}}""";

    private static readonly SignInAttempt s_expected = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), "a@example.com", IPAddress.Parse("203.0.113.9"), false, 50126, "Graph", "Browser", "NL", 52.3, 4.9, 14061);

    public static TheoryData<string, string> Shapes => new()
    {
        { "Graph", Graph },
        { "Graph's list", "{\"@odata.context\":\"x\",\"value\":[" + Graph + "]}" },
        { "an array over several lines", "[\n  " + Graph + "\n]" },
        { "diagnostic settings", """{"time":"2026-03-02T08:03:00Z","category":"SignInLogs","resultType":"50126","callerIpAddress":"203.0.113.9","properties":""" + Graph + "}" },
        { "Sentinel", """{"TimeGenerated":"2026-03-02T08:05:00Z","CreatedDateTime":"2026-03-02T08:00:00Z","UserPrincipalName":"a@example.com","IPAddress":"203.0.113.9","ResultType":"50126","AppDisplayName":"Graph","ClientAppUsed":"Browser","Location":"NL","AutonomousSystemNumber":"14061","LocationDetails":"{\"city\":\"X\",\"countryOrRegion\":\"NL\",\"geoCoordinates\":{\"latitude\":52.3,\"longitude\":4.9}}"}""" },
        { "Defender", """{"Timestamp":"2026-03-02T08:00:00.0000000Z","AccountUpn":"a@example.com","IPAddress":"203.0.113.9","ErrorCode":50126,"Application":"Graph","ClientAppUsed":"Browser","Country":"NL","Latitude":"52.3","Longitude":"4.9","AutonomousSystemNumber":14061}""" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sign_ins_are_read_in_every_shape(string shape, string records) => Read(records).ShouldBe([s_expected], shape);

    [Fact]
    public void Records_that_lack_what_a_sign_in_needs_are_malformed_and_the_rest_is_read()
    {
        var report = new SourceReport();
        var records = string.Join("\n", Graph, Graph.Replace("203.0.113.9", "nowhere"), Graph.Replace("\"createdDateTime\":\"2026-03-02T08:00:00Z\"", "\"createdDateTime\":\"soon\""), Graph.Replace("\"errorCode\":50126,", ""), "{\"other\":1}", "{");

        Read(records, report).ShouldHaveSingleItem();

        report.MalformedSamples.Select(one => one.Reason).Take(3).ShouldBe(["ipAddress is no IP address: nowhere", "createdDateTime is no time: soon", "status.errorCode is missing, so that its outcome is unknown"]);
        report.Malformed.ShouldBe(4);
        report.Skipped.ShouldBe(1);
    }

    private static SignInAttempt[] Read(string records, SourceReport? report = null) => Input.Events(EventFiles.Read<SignInAttempt>("-", Input.Options(Encoding.UTF8.GetBytes(records)), report));
}
