using System.Text;
using CsCheck;

namespace DetectionKit.Sources.Tests.Zeek;

/// <summary>A row of conn.log that goes to columns says what the flow of the same row does, and is set aside for the same reason.</summary>
public sealed class ZeekColumnsTests
{
    private const string Head = "#separator \\x09\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n#fields\tts\tuid\tid.orig_h\tid.resp_h\tid.resp_p\tconn_state\n";

    private static readonly Gen<string> s_time = Gen.OneOf("1517336042.090842", "1517336043", "1.5e9", "soon", "-", "");
    private static readonly Gen<string> s_address = Gen.OneOf("10.0.0.1", "10.0.0.2", "203.0.113.5", "::ffff:203.0.113.5", "2001:DB8::1", "fe80::1%ETH0", "host", "10.0.0.256", "-", "(empty)");
    private static readonly Gen<string> s_port = Gen.OneOf("443", "80", "65536", "-1", "http", "-");

    private static readonly Gen<string> s_row = Gen.Select(s_time, s_address, s_address, s_port, Gen.OneOf("SF", "S0", "SF\textra")).Select((time, origin, responder, port, state) =>
        string.Join('\t', time, "C1", origin, responder, port, state));

    private static readonly Gen<string> s_object = Gen.Select(s_time, s_address, s_address, s_port, Gen.OneOf("conn", "conn", "other")).Select((time, origin, responder, port, path) =>
        "{" + string.Join(',', new[] { Field("ts", time), Field("id.orig_h", origin), Field("id.resp_h", responder.Replace(".", "\\u002e")), Field("id.resp_p", port), Field("conn_state", "SF"), Field("_path", path) }.OfType<string>()) + "}");

    [Fact]
    public void Rows_of_tsv_are_the_connections_of_their_flows() => s_row.Array[1, 40].Sample(rows => AreOne(Head + string.Join('\n', rows)));

    [Fact]
    public void Objects_are_the_connections_of_their_flows() => s_object.Array[1, 40].Sample(objects => AreOne(string.Join('\n', objects)));

    [Fact]
    public async Task Rows_read_ahead_are_those_read_on_one_thread()
    {
        var log = Encoding.UTF8.GetBytes(Head + string.Join('\n', Enumerable.Range(0, 5_000).Select(i => $"{1_517_336_042 + i}\tC{i}\t10.0.{i % 7}.1\t203.0.113.{i % 200}\t443\tSF")));
        var ahead = new List<NetworkConnection>();
        await foreach (var batch in EventFiles.ReadAsync<NetworkConnection>("-", Options(log), cancellationToken: TestContext.Current.CancellationToken)) ahead.AddRange(Enumerable.Range(0, batch.Count).Select(batch.Materialise));

        ahead.Count.ShouldBe(5_000);
        ahead.ShouldBe(Input.Events(EventFiles.Read<NetworkConnection>("-", Options(log))));
    }

    private static bool AreOne(string log)
    {
        var bytes = Encoding.UTF8.GetBytes(log);
        var (ofConnections, ofFlows) = (new SourceReport(), new SourceReport());
        var connections = Input.Events(EventFiles.Read<NetworkConnection>("-", Options(bytes), ofConnections));
        var flows = Input.Events(EventFiles.Read<NetworkFlow>("-", Options(bytes), ofFlows));
        return connections.SequenceEqual(flows.Select(flow => new NetworkConnection(flow.Time, flow.Host, null, null, null, flow.RemoteAddress, flow.RemotePort)))
            && ofConnections.MalformedSamples.SequenceEqual(ofFlows.MalformedSamples);
    }

    private static SourceOptions Options(byte[] bytes) => new() { StandardInput = new MemoryStream(bytes), Format = "zeek", FoldCase = true };

    private static string? Field(string name, string value) => value == "-" ? null : $"\"{name}\":\"{value}\"";
}
