using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using DetectionKit.Sources.Contracts.Columns;

namespace DetectionKit.Sources.Tests.Contracts.Columns;

/// <summary>Columns of a user's own JSON hold what the events hold that System.Text.Json makes.</summary>
public sealed class ContractColumnsTests
{
    private static readonly Detection<VisitAlert, NoOptions> s_writes = Detection.Define("writes", (Events<Visit> events) => events
        .Where(v => v.Page != "/home" && v.User != "bot")
        .Where(v => v.Status < 500)
        .GroupBy(v => new { v.User, v.Page, v.Kind })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Visits = g.Count(), Bytes = g.Sum(v => v.Bytes ?? 0), Seconds = g.Max(v => v.Seconds) })
        .Select(v => new VisitAlert(v.Key.User, v.Key.Page, v.Key.Kind, v.Visits, v.Bytes, v.Seconds)));

    // What may follow the seconds of a time, and what may not.
    private static readonly string[] s_ends = ["Z", "Z", ".5Z", ".1234567Z", ".12345678Z", ".Z", " Z", ".1 Z", "z", ",5Z", "+01:00", ".25-0530", "Z ", "0Z", ":00Z", "\\u005a"];

    private static readonly Gen<string> s_line = Gen.Select(
        Gen.OneOf("\"u\"", "\"\\u0075\"", "\"bot\"", "null", "7", "\"ü\""), Gen.OneOf("\"/home\"", "\"/a\"", "\"\\/a\"", "null"), Gen.OneOf("200", "404", "500", "\"200\"", "2e2", "99999999999"),
        Gen.OneOf("12", "null", "1.5", "-3"), Gen.OneOf("\"Read\"", "\"Write\"", "1", "\"Other\"", "null"), Gen.OneOf("0.5", "2", "null", "\"3\""), Gen.Int[0, 7_000], Gen.Int[0, 9]).Select((user, page, status, bytes, kind, seconds, time, without) =>
        {
            string?[] members =
            [
                $"\"At\":\"2024-03-01T0{time / 3600}:{time / 60 % 60:00}:{time % 60:00}{s_ends[time % s_ends.Length]}\"", $"\"User\":{user}", $"\"page\":{page}", $"\"Status\":{status}", $"\"Bytes\":{bytes}", $"\"Kind\":{kind}", $"\"Seconds\":{seconds}",
                "\"From\":\"https://example.com/\"", "\"other\":{\"User\":\"x\"}",
            ];
            members[Math.Min(without, members.Length - 1)] = without == members.Length ? "\"User\":\"twice\"" : null;
            return $"{{{string.Join(',', members.OfType<string>())}}}";
        });

    [Fact]
    public void Read_for_a_detection_gives_the_alerts_of_whole_events() => Gen.Select(s_line.Array[0, 50], Gen.Int[1, 20]).Sample(
        (lines, batch) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
            SourceOptions Options() => new() { StandardInput = new MemoryStream(bytes), BatchSize = batch };
            var (source, columns) = (new SourceReport(), new SourceReport());
            var whole = EventFiles.Read(["-"], VisitContext.Default.Visit, Options(), source).Detect(s_writes).Select(Shown).ToList();
            var read = EventFiles.Read(["-"], VisitContext.Default.Visit, Options(), columns, reads: s_writes.ReadsOf<Visit>()).Detect(s_writes).Select(Shown).ToList();
            return whole.SequenceEqual(read) && source.Malformed == columns.Malformed && source.Events == columns.Events
                && source.MalformedSamples.Select(sample => sample.ToString()).SequenceEqual(columns.MalformedSamples.Select(sample => sample.ToString()));
        },
        iter: 500,
        print: input => string.Join('\n', input.Item1));

    [Fact]
    public void Read_for_a_detection_makes_no_event_where_columns_are_enough()
    {
        var batch = Batch(VisitContext.Default.Visit, s_writes.ReadsOf<Visit>()).ShouldBeOfType<ColumnBatch<Visit>>();

        batch.Columns.ShouldBe(["At", "Page", "User", "Status", "Kind", "Bytes", "Seconds"], ignoreOrder: true);
        batch.DictionaryColumns.ShouldBe(["Page", "User", "Kind"], ignoreOrder: true);
        batch.Materialise(0).ShouldBe(new(new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero), "u", "/a", 200, 5, VisitKind.Write) { Seconds = 2 });
        batch.PositionOf(0)!.Value.Line.ShouldBe(1);
    }

    [Fact]
    public void Read_for_whoever_uses_events_whole_makes_them() => Batch(VisitContext.Default.Visit, new(null, [])).ShouldBeOfType<ObjectBatch<Visit>>();

    [Fact]
    public void Read_what_the_contract_says_more_about_makes_events()
    {
        var reads = s_writes.ReadsOf<Visit>();
        foreach (var options in (JsonSerializerOptions[])
        [
            new() { PropertyNameCaseInsensitive = true }, new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow }, new() { AllowTrailingCommas = true }, new() { AllowDuplicateProperties = false },
        ])
        {
            options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
            options.Converters.Add(new JsonStringEnumConverter());
            new ContractColumnsBuilder<Visit>((JsonTypeInfo<Visit>)options.GetTypeInfo(typeof(Visit)), reads, 10).Build().ShouldBeNull();
        }

        var plain = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), Converters = { new JsonStringEnumConverter() } };
        new ContractColumnsBuilder<Visit>((JsonTypeInfo<Visit>)plain.GetTypeInfo(typeof(Visit)), reads, 10).Build().ShouldNotBeNull();
    }

    private static EventBatch<Visit> Batch(JsonTypeInfo<Visit> contract, EventReads<Visit> reads)
    {
        var line = """{"At":"2024-03-01T00:00:00Z","User":"u","page":"/a","Status":200,"Bytes":5,"Kind":"Write","Seconds":2,"From":"https://example.com/"}"""u8.ToArray();
        return EventFiles.Read(["-"], contract, new() { StandardInput = new MemoryStream(line) }, reads: reads).ToArray().ShouldHaveSingleItem();
    }

    private static string Shown(Alert<VisitAlert> alert) => $"{alert.Id} {alert.Value} {string.Join(';', alert.Evidence.Sample.Select(e => $"{e.Position} {string.Join(',', e.Fields.Values)}"))}";

    private sealed record VisitAlert(string? User, string Page, VisitKind Kind, int Visits, long Bytes, double Seconds);
}
