using CsCheck;
using DetectionKit.Sources.Mapping;
using DetectionKit.Sources.Ocsf;
using DetectionKit.Sources.Tests.Mapping;
using DetectionKit.Sources.Tests.Reading;

namespace DetectionKit.Sources.Tests.Ocsf;

public sealed class OcsfColumnsTests
{
    private static readonly Gen<string> s_line = DocumentLines.Of(
        ("class_uid", ["4001", "4001", "4001", "\"4001\"", "1007"]),
        ("activity_id", ["1", "2", "5", "99"]),
        ("time", ["1772438400000", "1772438400123", "\"2026-03-02T08:00:00Z\""]),
        ("device.hostname", ["\"H\"", "\"web-1\""]),
        ("device.name", ["\"Other\""]),
        ("actor.user.name", ["\"Alice\"", "\"bob\""]),
        ("actor.process.pid", ["7", "8"]),
        ("actor.process.uid", ["\"a-7\""]),
        ("actor.process.cmd_line", ["\"a -x\"", "\"say \\\"x\\\"\"", "\"c \\\"2\\\"\""]),
        ("actor.process.file.path", ["\"C:\\\\a.exe\"", "\"b.exe\""]),
        ("actor.process.name", ["\"A.exe\""]),
        ("src_endpoint.ip", ["\"10.0.0.1\"", "\"fe80::1%3\""]),
        ("dst_endpoint.ip", ["\"203.0.113.9\"", "\"2001:db8::1\"", "\"203.0.113.9:443\"", "\"10.0.0.1\""]),
        ("dst_endpoint.port", ["443", "\"80\""]),
        ("dst_endpoint.domain", ["\"Www.Example.com.\"", "\"a.example\""]),
        ("connection_info.direction_id", ["2", "2", "0", "1"]),
        ("connection_info.protocol_name", ["\"TCP\"", "\"udp\""]),
        ("traffic.bytes_out", ["5", "1.5E3"]),
        ("traffic.bytes_in", ["6"]),
        ("duration", ["1500", "0"]));

    [Fact]
    public void Read_of_connections_gives_what_whole_documents_give() => Check<NetworkConnection>();

    [Fact]
    public void Read_of_flows_gives_what_whole_documents_give() => Check<NetworkFlow>();

    [Fact]
    public void Read_for_a_detection_gives_what_it_reads_of_whole_documents() => Gen.Select(s_line.Array[0, 30], Gen.Int[0, 2])
        .Sample((lines, way) => WholeDocuments.AreRead(new OcsfFormat(), lines, way, foldCase: false, FilteredReads.Of, FilteredReads.Shown), iter: 1_000, print: input => string.Join('\n', input.Item1));

    [Theory]
    [InlineData(2, 4001, true, true)]
    [InlineData(1, 4001, false, true)]
    [InlineData(2, 1007, false, false)]
    public void Judge_of_a_usual_record_needs_no_whole_document(int direction, int kind, bool isConnection, bool isFlow)
    {
        var line = $$$"""{"class_uid":{{{kind}}},"activity_id":1,"time":1772438400000,"device":{"hostname":"H"},"actor":{"process":{"pid":7}},"dst_endpoint":{"ip":"203.0.113.9","port":443},"connection_info":{"direction_id":{{{direction}}}}}""";

        WholeDocuments.KindOf(OcsfConnections.Documents.Record, line).ShouldBe(isConnection ? MappedKind.Event : MappedKind.Other);
        WholeDocuments.KindOf(OcsfFlows.Documents.Record, line).ShouldBe(isFlow ? MappedKind.Event : MappedKind.Other);
    }

    private static void Check<T>() => Gen.Select(s_line.Array[0, 30], Gen.Int[0, 2], Gen.Bool)
        .Sample((lines, way, foldCase) => WholeDocuments.AreRead<T>(new OcsfFormat(), lines, way, foldCase), iter: 1_000, print: input => string.Join('\n', input.Item1));
}
