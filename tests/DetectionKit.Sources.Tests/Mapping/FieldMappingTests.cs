using System.Net;
using System.Text;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Tests.Mapping;

public sealed class FieldMappingTests : IDisposable
{
    private const string Whole = """{ "event": "NetworkConnection", "where": { "kind": "conn" }, "fields": { "Time": "ts", "Host": ["device.name", "host"], "RemoteAddress": "dst.ip", "RemotePort": "dst.port", "Process": "pid" } }""";
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Load_gives_a_format_that_reads_a_users_own_json()
    {
        var report = new SourceReport();
        var records = """
            {"kind":"conn","ts":"2026-03-02T08:00:00Z","device":{"name":"H"},"dst":{"ip":"203.0.113.9","port":"443"},"pid":12}
            {"kind":"dns","ts":"2026-03-02T08:00:00Z"}
            {"kind":"conn","ts":1772438400,"host":"G","dst.ip":"203.0.113.9","dst.port":80}
            {"kind":"conn","ts":1772438400,"dst":{"ip":"203.0.113.9"}}
            {"kind":"conn","ts":"soon","dst":{"ip":"203.0.113.9","port":1}}
            """;

        var connections = Read(Whole, records, report);

        connections.Select(c => (c.Time.ToUnixTimeSeconds(), c.Host, c.RemoteAddress, c.RemotePort, c.Process)).ShouldBe(
        [
            (1772438400, "H", IPAddress.Parse("203.0.113.9"), 443, "12"),
            (1772438400, "G", IPAddress.Parse("203.0.113.9"), 80, null),
        ]);
        report.MalformedSamples.Select(one => one.Reason).ShouldBe(["RemotePort (dst.port) is missing", "Time (ts) can't be read as DateTimeOffset: soon"]);
        report.Skipped.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{ "event": "Nothing", "fields": {} }""", "names Nothing; there are NetworkConnection, SignInAttempt")]
    [InlineData("""{ "event": "NetworkConnection", "fields": { "Time": "ts" } }""", "needs RemoteAddress, RemotePort")]
    [InlineData("""{ "event": "NetworkConnection", "fields": { "Hosst": "h" } }""", "has no member Hosst; it has Time, Host")]
    [InlineData("""{ "event": "NetworkConnection", "fields": { "Host": 5 } }""", "Host is neither a path nor a list of paths")]
    [InlineData("""{ "event": "NetworkConnection", "fields": {}, "when": 1 }""", "it has \"when\"")]
    [InlineData("""{ "event": "NetworkConnection" }""", "\"fields\" is missing")]
    [InlineData("{", "it is no JSON")]
    public void Load_says_what_is_wrong_with_a_mapping(string mapping, string expected)
    {
        File.WriteAllText(_file, mapping);

        Should.Throw<SourceException>(() => FieldMapping.Load(_file, [typeof(NetworkConnection), typeof(SignInAttempt)])).Message.ShouldContain(expected);
    }

    private NetworkConnection[] Read(string mapping, string records, SourceReport report)
    {
        File.WriteAllText(_file, mapping);
        var options = new SourceOptions { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(records)), Formats = [FieldMapping.Load(_file, [typeof(NetworkConnection), typeof(SignInAttempt)])] };
        return Input.Events(EventFiles.Read<NetworkConnection>("-", options, report));
    }
}
