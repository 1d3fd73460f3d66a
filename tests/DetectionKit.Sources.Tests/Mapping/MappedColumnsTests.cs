using System.Text;
using CsCheck;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Tests.Mapping;

/// <summary>What is read of the scanned fields of a record is what is read of the whole document.</summary>
public sealed class MappedColumnsTests : IDisposable
{
    private const string Flows = """
        { "event": "NetworkFlow", "where": { "event.kind": "conn", "ok": true }, "fields": { "Time": ["@timestamp", "ts"], "Host": ["host.name", "host"], "SourceAddress": "source.ip", "Image": "process.executable",
        "RemoteAddress": "destination.ip", "RemotePort": "destination.port", "BytesSent": "network.bytes", "Duration": "event.duration", "IsAnswered": "answered" } }
        """;

    private const string Connections = """
        { "event": "NetworkConnection", "fields": { "Time": "ts", "Host": "host.name", "Image": "process.executable", "RemoteAddress": "destination.ip", "RemotePort": "destination.port", "Process": "process.pid" } }
        """;

    private const string SignIns = """
        { "event": "SignInAttempt", "where": { "event.kind": "conn" }, "fields": { "Time": "ts", "User": "user.name", "RemoteAddress": "source.ip", "IsSuccess": "answered", "ErrorCode": "code", "Latitude": "geo.lat" } }
        """;

    // In Latin-1, so that "ü" is a byte that is no character in UTF-8, and "Ã¼" two that are one.
    private static readonly Gen<string> s_text = WholeDocuments.Values(["\"web-1\"", "\"WEB-1\"", "\"c:\\\\app.exe\"", "\"Ã¼\"", "\"\\u0061\""], ["\"\"", "\"-\"", "\"\\u002d\"", "null", "7", "true", "{\"a\":1}", "[\"x\"]", "[]", "\"ü\"", "\"\\ud83d\"", "\"{\\\"name\\\":\\\"in\\\"}\""]);

    private static readonly Gen<string> s_address = WholeDocuments.Values(["\"203.0.113.9\"", "\"2001:db8::1\"", "\"203.0.113.7:443\""], ["\"::ffff:203.0.113.9\"", "\"nowhere\"", "\"\\u0032.1.1.1\"", "null", "5", "\"\"", "[\"198.51.100.1\"]"]);

    private static readonly Gen<string> s_number = WholeDocuments.Values(["443", "\"80\"", "\"1.6E3\"", "0.5"], ["-1", "\"x\"", "null", "99999999999", "\"-\"", "true", "1e400", "\"\\u0038\"", "[1]"]);

    private static readonly Gen<string> s_time = WholeDocuments.Values(["\"2026-03-02T08:00:00Z\"", "1772438400", "\"1772438400.5\""], ["\"soon\"", "null", "\"2026-03-02T08:00:00\\u005a\"", "\"\""]);

    private static readonly Gen<string> s_truth = WholeDocuments.Values(["true", "\"1\"", "\"False\""], ["\"maybe\"", "null", "0", "\"\""]);

    private static readonly Gen<string> s_line = Gen.Select(
        Gen.Select(s_text, s_text, s_text), Gen.Select(s_address, s_address), Gen.Select(s_number, s_number, s_number), s_time, s_truth, Gen.Int[0, 200]).Select((texts, addresses, numbers, time, truth, form) =>
        {
            var duration = form == 1 ? "" : $",\"duration\":{numbers.Item2}";
            List<string> members =
            [
                form % 50 == 2 ? $"\"ts\":{time}" : $"\"@timestamp\":{time},\"ts\":{time}", $"\"event\":{{\"kind\":\"{(form % 10 == 0 ? "dns" : form % 10 == 1 ? "CONN" : "conn")}\"{duration}}}", "\"ok\":true",
                $"\"host\":{(form == 3 ? texts.Item1 : $"{{\"name\":{texts.Item1},\"os\":{{\"name\":\"x\"}}}}")}", $"\"process\":{{\"executable\":{texts.Item2},\"pid\":{numbers.Item3}}}", $"\"user\":{{\"name\":{texts.Item3}}}",
                $"\"source\":{{\"ip\":{addresses.Item1}}}", $"\"destination\":{{\"ip\":{addresses.Item2},\"port\":{numbers.Item1}}}", $"\"network\":{{\"bytes\":{numbers.Item2}}}", $"\"answered\":{truth}", $"\"code\":{numbers.Item2}", $"\"geo\":{{\"lat\":{numbers.Item3}}}",
            ];
            if (form is > 3 and < 16) members.RemoveAt(form - 4);
            var extra = form switch
            {
                20 => $"\"host.name\":{texts.Item2}",
                21 => "\"host.name\":null",
                22 => "\"destination\":{\"port\":53}",
                23 => "\"host\":\"last\"",
                24 => "\"process\":null",
                25 => $"\"destination.ip\":{addresses.Item1}",
                26 => "\"event\":{\"kind\":\"conn\"}",
                27 => "\"ok\":false",
                28 => "\"destination\":[{\"ip\":\"203.0.113.1\",\"port\":1}]",
                29 => "\"network\":\"{\\\"bytes\\\":5}\"",
                30 => "\"network\":\"{bytes\"",
                31 => "\"network\":\"Ã¼\"",
                32 => "\"network\":\"ü\"",
                34 or 37 => "\"destination\":{\"other\":1}",
                33 => "\"\\u0068ost\":{\"name\":\"escaped\"}",
                _ => "\"other\":{\"ip\":\"x\",\"name\":\"y\"}",
            };
            members.Insert(form % members.Count, extra);
            return $"{{{string.Join(',', members)}}}{(form == 40 ? "," : "")}";
        });

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Read_of_flows_gives_what_whole_documents_give() => Check<NetworkFlow>(Flows);

    [Fact]
    public void Read_of_connections_gives_what_whole_documents_give() => Check<NetworkConnection>(Connections);

    [Fact]
    public void Read_of_sign_ins_gives_what_whole_documents_give() => Check<SignInAttempt>(SignIns);

    [Fact]
    public void Read_for_a_detection_has_columns_for_what_the_mapping_and_the_detection_name()
    {
        var options = WholeDocuments.Options(Mapping(Connections), """{"ts":1772438400,"host":{"name":"H"},"process":{"executable":"curl","pid":12},"destination":{"ip":"203.0.113.9","port":443}}"""u8.ToArray(), foldCase: true);
        var reads = new EventReads<NetworkConnection>([nameof(NetworkConnection.Time), nameof(NetworkConnection.User), nameof(NetworkConnection.RemoteAddress)], []);

        var batch = EventFiles.Read("-", options, reads: reads).ToArray().ShouldHaveSingleItem().ShouldBeOfType<ColumnBatch<NetworkConnection>>();

        batch.Columns.ShouldBe(["Time", "Host", "User", "Image", "RemoteAddress", "RemotePort", "Process"], ignoreOrder: true);
        batch.Materialise(0).ShouldBe(new(DateTimeOffset.FromUnixTimeSeconds(1772438400), "h", null, "curl", null, System.Net.IPAddress.Parse("203.0.113.9"), 443) { Process = "12" });
    }

    [Fact]
    public void Build_for_a_type_that_changes_what_it_is_given_gives_none()
    {
        var mapped = new MappedEvent(typeof(Trimmed), new Dictionary<string, string[]> { ["Time"] = ["ts"], ["User"] = ["user"] });
        var record = MappedRecord.Of([], mapped.Parameters).ShouldNotBeNull();

        new MappedColumns<Trimmed>(mapped.Constructor, mapped.Parameters, record).Build(EventReads<Trimmed>.All, new()).ShouldBeNull();
    }

    [Fact]
    public void Read_of_a_member_that_is_set_only_where_it_has_a_value_leaves_what_it_began_with()
    {
        var mapping = Mapping("""{ "event": "Begun", "fields": { "Time": "ts", "Kind": "kind" } }""");
        var lines = """
            {"ts":1772438400,"kind":"b"}
            {"ts":1772438400}
            {"ts":1772438400,"kind":null}
            """;

        Input.Events(EventFiles.Read<Begun>("-", WholeDocuments.Options(mapping, Encoding.UTF8.GetBytes(lines), foldCase: false))).Select(e => e.Kind).ShouldBe(["b", "a", "a"]);
    }

    [Fact]
    public void Read_of_several_inputs_under_a_tolerance_merges_them_by_event_time()
    {
        using var folder = new TempFolder();
        string[] paths = [folder.Write("late.ndjson", Line(9)), folder.Write("odd.ndjson", Line(1), """{"kind":"other"}""", Line(3), Line(7, "-")), folder.Write("even.ndjson", Line(2), Line(4, "[\"a\"]"), Line(8))];
        var mapping = Mapping("""{ "event": "NetworkConnection", "where": { "kind": "conn" }, "fields": { "Time": "ts", "Host": "host", "RemoteAddress": "ip", "RemotePort": "port" } }""");

        var batches = EventFiles.Read<NetworkConnection>(paths, new() { Formats = [mapping], Disorder = Disorder.None }).ToArray();

        Input.Events(batches).Select(c => (c.RemotePort, c.Host)).ShouldBe([(1, "h"), (2, "h"), (3, "h"), (4, "[\"a\"]"), (7, null), (8, "h"), (9, "h")]);

        static string Line(int second, string host = "h") =>
            $$"""{"kind":"conn","ts":{{1772438400 + second}},"host":{{(host[0] == '[' ? host : $"\"{host}\"")}},"ip":"203.0.113.9","port":{{second}}}""";
    }

    [Fact]
    public void Of_a_condition_on_a_text_that_case_may_change_needs_whole_documents() => MappedRecord.Of([new TextCondition("host", "Größe")], []).ShouldBeNull();

    private void Check<T>(string text)
    {
        var mapping = Mapping(text);
        Gen.Select(s_line.Array[0, 40], Gen.Int[0, 2], Gen.Bool).Sample((lines, way, foldCase) => WholeDocuments.AreRead<T>(mapping, lines, way, foldCase), iter: 1_000, print: input => string.Join('\n', input.Item1));
    }

    private FieldMapping Mapping(string text)
    {
        File.WriteAllText(_file, text);
        return FieldMapping.Load(_file, [typeof(NetworkConnection), typeof(NetworkFlow), typeof(SignInAttempt), typeof(Begun)]);
    }

    private sealed record Begun(DateTimeOffset Time)
    {
        public string? Kind { get; set; } = "a";
    }

    private sealed record Trimmed(DateTimeOffset Time, string? User)
    {
        public string? User { get; init; } = User?.Trim();
    }
}
