using System.Net;
using System.Text;

namespace DetectionKit.Sources.Tests.Ocsf;

public sealed class OcsfFormatTests
{
    private const string Activity = """{"class_uid":4001,"category_uid":4,"activity_id":1,"time":1772438400000,"device":{"hostname":"H"},"actor":{"user":{"name":"u"},"process":{"pid":7,"cmd_line":"a -x","file":{"path":"C:\\a.exe"}}},"src_endpoint":{"ip":"10.0.0.1"},"dst_endpoint":{"ip":"203.0.113.9","port":443,"domain":"Www.Example.com"},"connection_info":{"direction_id":2,"protocol_name":"TCP"},"traffic":{"bytes_out":5,"bytes_in":6},"duration":1500}""";
    private static readonly DateTimeOffset s_time = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Network_activity_is_a_connection() =>
        Read<NetworkConnection>(Activity).ShouldBe([new NetworkConnection(s_time, "H", "u", @"C:\a.exe", "a -x", IPAddress.Parse("203.0.113.9"), 443) { Process = "7" }]);

    [Fact]
    public void Network_activity_is_a_flow() =>
        Read<NetworkFlow>(Activity).ShouldBe([new NetworkFlow(s_time, "H", IPAddress.Parse("10.0.0.1"), @"C:\a.exe", "www.example.com", IPAddress.Parse("203.0.113.9"), 443, "tcp", 5, 6, TimeSpan.FromSeconds(1.5), true)]);

    [Fact]
    public void What_comes_in_and_other_classes_are_no_connections()
    {
        var report = new SourceReport();
        var records = string.Join("\n", Activity.Replace("\"direction_id\":2", "\"direction_id\":1"), Activity.Replace("4001", "1007"), Activity.Replace("\"port\":443", "\"port\":70000"));

        Read<NetworkConnection>(records, report).ShouldBeEmpty();

        report.Skipped.ShouldBe(2);
        report.MalformedSamples.ShouldHaveSingleItem().Reason.ShouldBe("dst_endpoint.port is no port from 0 to 65535: 70000");
    }

    private static T[] Read<T>(string records, SourceReport? report = null) => Input.Events(EventFiles.Read<T>("-", Input.Options(Encoding.UTF8.GetBytes(records)), report));
}
