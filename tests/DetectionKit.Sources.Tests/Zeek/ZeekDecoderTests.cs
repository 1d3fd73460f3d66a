using System.Net;
using System.Text;

namespace DetectionKit.Sources.Tests.Zeek;

public sealed class ZeekDecoderTests
{
    private const string Connections = """
        #separator \x09
        #set_separator	,
        #empty_field	(empty)
        #unset_field	-
        #path	conn
        #fields	ts	uid	id.orig_h	id.orig_p	id.resp_h	id.resp_p	proto	duration	orig_bytes	resp_bytes	conn_state
        1517336042.090842	C1	10.55.182.100	14291	203.0.113.5	80	tcp	3.000158	0	12	S0
        1517336043.5	C2	10.55.182.100	14292	::ffff:203.0.113.6	443	tcp	-	-	-	SF
        """;

    [Fact]
    public void Rows_of_conn_log_are_flows()
    {
        var flows = Flows(Connections);

        flows.ShouldBe(
        [
            new(At(1517336042.090842m), "10.55.182.100", IPAddress.Parse("10.55.182.100"), null, null, IPAddress.Parse("203.0.113.5"), 80, "tcp", 0, 12, TimeSpan.FromTicks(30_001_580), false),
            new(At(1517336043.5m), "10.55.182.100", IPAddress.Parse("10.55.182.100"), null, null, IPAddress.Parse("203.0.113.6"), 443, "tcp", null, null, null, true),
        ]);
    }

    [Fact]
    public void Rows_of_dns_log_are_queries()
    {
        var report = new SourceReport();
        var log = "#separator \\x09\n#unset_field\t-\n#path\tdns\n#fields\tts\tid.orig_h\tid.resp_h\tid.resp_p\tquery\n1517336042.5\t10.0.0.1\t10.0.0.53\t53\tWWW.Example.com\n1517336043\t10.0.0.1\t10.0.0.53\t53\t-";

        Input.Events(EventFiles.Read<DnsQuery>("-", Input.Options(Encoding.UTF8.GetBytes(log)), report))
            .ShouldBe([new DnsQuery(At(1517336042.5m), "10.0.0.1", null, null, "www.example.com", IPAddress.Parse("10.0.0.53"))]);
        report.Malformed.ShouldBe(0);
    }

    [Fact]
    public void Rows_of_conn_log_are_connections_too() =>
        Input.Connections(Encoding.UTF8.GetBytes(Connections)).Select(c => (c.Host, c.RemoteAddress.ToString(), c.RemotePort)).ShouldBe([("10.55.182.100", "203.0.113.5", 80), ("10.55.182.100", "203.0.113.6", 443)]);

    [Theory]
    [InlineData("id.orig_h", "id.resp_h", "id.resp_p")]
    [InlineData("id_orig_h", "id_resp_h", "id_resp_p")]
    public void Json_with_and_without_dots_is_read(string origin, string responder, string port)
    {
        var flow = Flows($$"""{"ts":1517336042.090842,"uid":"C1","{{origin}}":"10.0.0.1","{{responder}}":"203.0.113.5","{{port}}":443,"method":"GET","host":"WWW.Example.com:8080","request_body_len":5,"status_code":200,"_path":"http"}""").ShouldHaveSingleItem();

        (flow.DestinationName, flow.BytesSent, flow.IsAnswered, flow.RemotePort, flow.Protocol).ShouldBe(("www.example.com", 5, true, 443, "tcp"));
    }

    [Theory]
    [InlineData("203.0.113.9")]
    [InlineData("203.0.113.9:8080")]
    [InlineData("2001:db8::1")]
    public void A_host_that_is_an_address_is_no_name(string host) =>
        Flows($$"""{"ts":1,"id.orig_h":"10.0.0.1","id.resp_h":"203.0.113.5","id.resp_p":80,"method":"GET","host":"{{host}}"}""").ShouldHaveSingleItem().DestinationName.ShouldBeNull();

    [Fact]
    public void A_server_name_is_the_destination_of_ssl_log()
    {
        var flow = Flows("""{"ts":1,"id.orig_h":"10.0.0.1","id.resp_h":"203.0.113.5","id.resp_p":443,"cipher":"x","server_name":"a.example","established":true}""").ShouldHaveSingleItem();

        (flow.DestinationName, flow.IsAnswered).ShouldBe(("a.example", true));
    }

    [Fact]
    public void Rows_that_are_broken_are_counted_and_say_why()
    {
        var report = new SourceReport();

        var flows = Flows(Connections + "\n1517336044.0\tC3\t10.0.0.1\nnever\tC4\t10.0.0.1\t1\t203.0.113.5\t80\ttcp\t-\t-\t-\tSF\n1517336045.0\tC5\tx\t1\t203.0.113.5\t80\ttcp\t-\t-\t-\tSF\n1517336045.0\tC6\t10.0.0.1\t1\t203.0.113.5\t99999\ttcp\t-\t-\t-\tSF", report);

        flows.Length.ShouldBe(2);
        report.MalformedSamples.Select(m => m.Reason).ShouldBe(["it has 3 of the 11 columns of its #fields line", "ts is no time: never", "id.orig_h is no address: x", "id.resp_p is no port: 99999"]);
    }

    [Fact]
    public void Columns_may_come_in_any_order_and_with_others_and_a_log_may_begin_anew()
    {
        var flows = Flows("#separator \\x7c\n#unset_field|none\n#fields|proto|ts|id.resp_h|id.resp_p|id.orig_h|more|conn_state\nudp|1|203.0.113.5|53|10.0.0.1|x|SF\n#separator \\x09\n#unset_field\t-\n#fields\tts\tid.orig_h\tid.resp_h\tid.resp_p\tconn_state\n2\t10.0.0.2\t203.0.113.6\t54\tREJ");

        flows.Select(f => (f.Host, f.RemotePort, f.Protocol, f.IsAnswered)).ShouldBe([("10.0.0.1", 53, "udp", true), ("10.0.0.2", 54, "tcp", false)]);
    }

    [Fact]
    public void Logs_of_other_kinds_are_passed_over()
    {
        var report = new SourceReport();

        Flows("""{"ts":1,"id.orig_h":"10.0.0.1","id.resp_h":"203.0.113.5","id.resp_p":53,"query":"a.example"}""", report).ShouldBeEmpty();
        (report.Skipped, report.Malformed).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("zeek/regular-http/http.log.gz", 27_204, 0)]
    [InlineData("zeek/apt29/nashua-conn.log.gz", 479, 0)]
    [InlineData("zeek/apt29/scranton-conn.log.gz", 134, 0)]
    [InlineData("zeek/truncated/conn.log", 58, 1)]
    [InlineData("zeek/truncated/conn_json.log", 3, 1)]
    public void Recorded_logs_are_read_whole(string log, int flows, int malformed)
    {
        var report = new SourceReport();

        Input.Events(EventFiles.Read<NetworkFlow>(Recordings.Path(log), new SourceOptions(), report)).Length.ShouldBe(flows);
        report.Malformed.ShouldBe(malformed);
    }

    [Theory]
    [InlineData("zeek/text_file/conn.log")]
    [InlineData("zeek/truncated/conn_top.log")]
    public void A_file_that_is_no_log_or_has_lost_its_head_is_clearly_refused(string file) =>
        Should.Throw<SourceException>(() => Input.Events(EventFiles.Read<NetworkFlow>(Recordings.Path(file), new SourceOptions()))).Message.ShouldContain("the format can't be told from its content");

    [Fact]
    public void Endpoint_telemetry_gives_flows_too()
    {
        var flow = Flows(Falcon.FalconLines.Connection("A", 1));

        flow.Length.ShouldBe(Input.Connections([Falcon.FalconLines.Connection("A", 1)]).Length);
    }

    private static NetworkFlow[] Flows(string text, SourceReport? report = null) =>
        Input.Events(EventFiles.Read<NetworkFlow>("-", Input.Options(Encoding.UTF8.GetBytes(text)), report));

    private static DateTimeOffset At(decimal seconds) => DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
}
