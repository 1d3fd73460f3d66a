using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsCheck;

namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>Members that are objects or lists hold what they hold in whole events.</summary>
public sealed class NestedMembersTests
{
    private static readonly Detection<TraceAlert, NoOptions> s_traces = Detection.Define("traces", (Events<Trace> events) => events
        .Where(t => t.Process!.Name != "bot")
        .Where(t => t.To != null)
        .GroupBy(t => new { t.Process, t.To!.Host, t.Point.X })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Count = g.Count(), Ports = g.Max(t => t.To!.Port), Tags = g.Sum(t => t.Tags == null ? -1 : t.Tags.Length) })
        .Select(v => new TraceAlert(v.Key.Process, v.Key.Host, v.Key.X, v.Count, v.Ports, v.Tags)));

    private static readonly Gen<string> s_line = Gen.Select(
        Rarely(["{\"Name\":\"a\"}", "{\"Name\":\"a\",\"Point\":{\"X\":1,\"Y\":2}}", "{\"name\":\"\\u0062\",\"other\":[{}]}", "{\"Name\":\"bot\"}"], ["null", "5", "\"a\"", "[]", "{}", "{\"Name\":7}", "{\"Name\":\"a\",\"Name\":\"b\"}", "{\"Name\":\"ü\"}"]),
        Rarely(["{\"Host\":\"h\",\"Port\":1}", "{\"Port\":2,\"Host\":\"i\"}", "{ \"Port\" : 3 }"], ["null", "{\"Port\":\"x\"}", "{\"Port\":1,}"]),
        Rarely(["[]", "[\"x\",\"y\"]", "null"], ["[1]", "{}"]),
        Rarely(["{\"X\":1}", "{\"X\":2,\"Y\":0}"], ["null", "[1,2]"]),
        Gen.Int[0, 60]).Select((process, to, tags, point, form) =>
        {
            List<string> members = [$"\"At\":\"2024-03-01T0{form % 3}:00:00Z\"", $"\"Process\":{process}", $"\"To\":{to}", $"\"Tags\":{tags}", $"\"Point\":{point}", "\"more\":{\"Process\":{\"Name\":\"c\"}}"];
            if (form < 6) members.RemoveAt(form);
            if (form == 6) members.Add("\"To\":{\"Port\":9}");
            if (form == 7) members.Add("\"process\":null");
            if (form is > 10 and < 20) members.Reverse();
            return $"{{{string.Join(',', members)}}}";
        });

    [Fact]
    public void Read_for_a_detection_gives_the_alerts_of_whole_events() => Gen.Select(s_line.Array[0, 40], Gen.Int[0, 2], Gen.Bool).Sample(
        (lines, way, isGenerated) =>
        {
            using var folder = new TempFolder();
            var bytes = Encoding.Latin1.GetBytes(string.Join('\n', lines));
            string[] paths = [way > 0 ? folder.WriteBytes("traces.ndjson", bytes) : "-"];
            var contract = isGenerated ? TraceContext.Default.Trace : Reflected(new());
            SourceOptions Options() => new() { StandardInput = new MemoryStream(bytes), BatchSize = 7, MaxDegreeOfParallelism = 2 };
            var (source, columns) = (new SourceReport(), new SourceReport());
            var reads = s_traces.ReadsOf<Trace>();
            var whole = EventFiles.Read(paths, contract, Options(), source).Detect(s_traces).Select(Shown).ToList();
            EventBatch<Trace>[] batches = way == 2
                ? [.. EventFiles.ReadAsync(paths, contract, Options(), columns, reads: reads).ToBlockingEnumerable()]
                : [.. EventFiles.Read(paths, contract, Options(), columns, reads: reads)];
            return batches.All(batch => batch is ColumnBatch<Trace>) && whole.SequenceEqual(batches.Detect(s_traces).Select(Shown))
                && source.MalformedSamples.Select(sample => $"{sample}").SequenceEqual(columns.MalformedSamples.Select(sample => $"{sample}"));
        },
        iter: 1_000,
        print: input => string.Join('\n', input.Item1));

    [Fact]
    public void Read_of_values_that_are_compared_by_content_makes_equal_ones_once()
    {
        const string Line = """{"At":"2024-03-01T00:00:00Z","Process":{"Name":"a"},"To":{"Host":"h"},"Tags":[],"Point":{"X":1}}""";
        using var folder = new TempFolder();

        var batch = EventFiles.Read([folder.Write("traces.ndjson", Line, Line)], TraceContext.Default.Trace, reads: s_traces.ReadsOf<Trace>()).ToArray().ShouldHaveSingleItem().ShouldBeOfType<ColumnBatch<Trace>>();

        batch.DictionaryColumns.ShouldBe(["Process"]);
        batch.Materialise(0).Process.ShouldBeSameAs(batch.Materialise(1).Process);
        batch.Materialise(0).To.ShouldNotBeSameAs(batch.Materialise(1).To);
    }

    [Fact]
    public void Read_of_a_member_that_is_filled_where_it_is_makes_events()
    {
        using var folder = new TempFolder();
        var path = folder.Write("traces.ndjson", """{"At":"2024-03-01T00:00:00Z"}""");

        EventFiles.Read([path], Reflected(new() { PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate }), reads: s_traces.ReadsOf<Trace>()).ToArray().ShouldHaveSingleItem().ShouldBeOfType<ObjectBatch<Trace>>();
    }

    private static JsonTypeInfo<Trace> Reflected(JsonSerializerOptions options)
    {
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        return (JsonTypeInfo<Trace>)options.GetTypeInfo(typeof(Trace));
    }

    private static Gen<string> Rarely(string[] usual, string[] rare) => Gen.Frequency((20, Gen.OneOf(usual)), (1, Gen.OneOf(rare)));

    private static string Shown(Alert<TraceAlert> alert) => $"{alert.Id} {alert.Value} {string.Join(';', alert.Evidence.Sample.Select(e => e.Position))}";

    private sealed record TraceAlert(TraceProcess? Process, string Host, int X, int Count, int Ports, long Tags);
}
