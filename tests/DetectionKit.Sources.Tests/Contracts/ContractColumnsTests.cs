using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using DetectionKit.Sources.Contracts;

namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>Columns of a user's own JSON hold what the events hold that System.Text.Json makes.</summary>
public sealed class ContractColumnsTests
{
    private static readonly Detection<VisitAlert, NoOptions> s_writes = Detection.Define("writes", (Events<Visit> events) => events
        .Where(v => v.Page != "/home" && v.User != "bot")
        .Where(v => v.Status < 500)
        .GroupBy(v => new { v.User, v.Page, v.Kind, v.Agent })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Visits = g.Count(), Bytes = g.Sum(v => v.Bytes ?? 0), Seconds = g.Max(v => v.Seconds) })
        .Select(v => new VisitAlert(v.Key.User, v.Key.Page, v.Key.Kind, v.Key.Agent, v.Visits, v.Bytes, v.Seconds)));

    // What may follow the seconds of a time, and what may not.
    private static readonly string[] s_ends = ["Z", "Z", ".5Z", ".1234567Z", ".12345678Z", ".Z", " Z", ".1 Z", "z", ",5Z", "+01:00", ".25-0530", "Z ", "0Z", ":00Z", "\\u005a"];

    // In Latin-1, so that "ü" is a byte that is no character in UTF-8, and "Ã¼" two that are one.
    private static readonly Gen<string> s_text = Mostly(["\"u\"", "\"\\u0075\"", "\"bot\"", "null", "\"Ã¼\"", "\"\\ud83d\\ude00\"", "\"c:\\\\users\"", "\"\""], ["7", "\"ü\"", "\"\\ud83d\"", "true", "[]"]);

    private static readonly Gen<string> s_line = Gen.Select(
        Gen.Select(s_text, s_text), Gen.OneOf("\"/home\"", "\"/a\"", "\"\\/a\"", "null"), Mostly(["200", "404", "500"], ["\"200\"", "2e2", "99999999999"]), Mostly(["12", "null", "-3"], ["1.5"]),
        Mostly(["\"Read\"", "\"Write\"", "1"], ["\"Other\"", "null"]), Mostly(["0.5", "2"], ["null", "\"3\""]), Gen.Int[0, 7_000], Gen.Int[0, 100]).Select((texts, page, status, bytes, kind, seconds, time, without) =>
        {
            string?[] members =
            [
                $"\"At\":\"2024-03-01T0{time / 3600}:{time / 60 % 60:00}:{time % 60:00}{s_ends[time % 300 < s_ends.Length ? time % 300 : 0]}\"", $"\"User\":{texts.Item1}", $"\"Agent\":{texts.Item2}", $"\"page\":{page}", $"\"Status\":{status}", $"\"Bytes\":{bytes}", $"\"Kind\":{kind}", $"\"Seconds\":{seconds}",
                "\"From\":\"https://example.com/\"", "\"other\":{\"User\":\"x\"}",
            ];
            if (without <= members.Length) members[Math.Min(without, members.Length - 1)] = without == members.Length ? "\"User\":\"twice\"" : null;
            var line = $"{{{string.Join(',', members.OfType<string>())}{(without == 90 ? "," : "")}}}";
            return without switch
            {
                91 => line.Replace("\"User\"", "\"user\"", StringComparison.Ordinal),
                92 => line.Replace("\"page\"", "\"PAGE\"", StringComparison.Ordinal).Replace("\"Status\"", "\"status\"", StringComparison.Ordinal),
                93 => line.Replace("\"Agent\":", "\"Agent\":/* ? */", StringComparison.Ordinal),
                94 => line.Replace("\"Agent\":", "\"user\":", StringComparison.Ordinal),
                _ => line,
            };
        });

    // Those that leave columns to be read; the last of them refuses a null where none may be, and what a constructor has no value for.
    private static readonly JsonTypeInfo<Visit>[] s_contracts = [VisitContext.Default.Visit, WebVisitContext.Default.Visit, Reflected(new()), Reflected(new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true })];

    [Fact]
    public void Read_for_a_detection_gives_the_alerts_of_whole_events() => Gen.Select(s_line.Array[0, 50], Gen.Int[1, 20], Gen.Int[0, 3], Gen.OneOf(s_contracts)).Sample(
        (lines, batch, way, contract) =>
        {
            // What comes through standard input is decoded one after another; a file in blocks, on one thread or on several; two files are merged by event time.
            using var folder = new TempFolder();
            var bytes = Encoding.Latin1.GetBytes(string.Join('\n', lines));
            string[] paths = [way > 0 ? folder.WriteBytes("visits.ndjson", bytes) : "-"];
            if (way == 3) paths = [.. paths, folder.WriteBytes("more.ndjson", Encoding.Latin1.GetBytes(string.Join('\n', lines.Reverse())))];
            SourceOptions Options() => new() { StandardInput = new MemoryStream(bytes), BatchSize = batch, MaxDegreeOfParallelism = 2, Disorder = way == 3 ? Disorder.Within(TimeSpan.FromHours(3)) : Disorder.Any };
            var (source, columns) = (new SourceReport(), new SourceReport());
            var whole = EventFiles.Read(paths, contract, Options(), source).Detect(s_writes).Select(Shown).ToList();
            var reads = s_writes.ReadsOf<Visit>();
            new ContractColumnsBuilder<Visit>(contract, reads, batch).Build().ShouldNotBeNull();
            var batches = way == 2
                ? EventFiles.ReadAsync(paths, contract, Options(), columns, reads: reads).ToBlockingEnumerable()
                : EventFiles.Read(paths, contract, Options(), columns, reads: reads);
            var read = batches.Detect(s_writes).Select(Shown).ToList();
            return whole.SequenceEqual(read) && source.Malformed == columns.Malformed && source.Events == columns.Events && Samples(source).SequenceEqual(Samples(columns));
        },
        iter: 1_000,
        print: input => string.Join('\n', input.Item1));

    [Fact]
    public void Read_for_a_detection_makes_no_event_where_columns_are_enough()
    {
        var batch = Batch(VisitContext.Default.Visit, s_writes.ReadsOf<Visit>()).ShouldBeOfType<ColumnBatch<Visit>>();

        batch.Columns.ShouldBe(["At", "Page", "User", "Status", "Kind", "Agent", "Bytes", "Seconds"], ignoreOrder: true);
        batch.DictionaryColumns.ShouldBe(["Page", "User", "Kind", "Agent"], ignoreOrder: true);
        batch.Materialise(0).ShouldBe(new(new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero), "u", "/a", 200, 5, VisitKind.Write) { Seconds = 2, Agent = "curl" });
        batch.PositionOf(0)!.Value.Line.ShouldBe(1);
    }

    [Fact]
    public void Read_of_an_event_that_fails_a_condition_looks_up_nothing_else_of_it()
    {
        var visits = Visits(VisitContext.Default.Visit, s_writes.ReadsOf<Visit>(), [Line("/a", 200), Line("/home", 200), Line("/a", 500), Line("/b", 404)]);

        visits.Select(visit => visit.Agent).ShouldBe(["curl", null, null, "curl"]);
        visits.Select(visit => visit.Page).ShouldBe(["/a", "/home", "/a", "/b"]);
        visits.Select(visit => visit.At).ShouldAllBe(time => time.Year == 2024);
    }

    [Fact]
    public void Read_of_a_time_that_is_a_text_gives_it_to_events_that_fail_a_condition()
    {
        var visits = Visits(VisitContext.Default.Visit, new ByUser().ReadsOf<Visit>(), [Line("/a", 200, "2024-03-01"), Line("/home", 200, "2024-03-02")]);

        visits.Select(visit => (visit.User, visit.Agent)).ShouldBe([("2024-03-01", "curl"), ("2024-03-02", null)]);
    }

    [Fact]
    public void Read_for_conditions_beside_an_unknown_time_looks_up_all()
    {
        var reads = s_writes.ReadsOf<Visit>() with { TimeMembers = null };

        Visits(VisitContext.Default.Visit, reads, [Line("/home", 200)]).ShouldHaveSingleItem().Agent.ShouldBe("curl");
    }

    [Fact]
    public void Read_for_whoever_uses_events_whole_makes_them() => Batch(VisitContext.Default.Visit, new(null, [])).ShouldBeOfType<ObjectBatch<Visit>>();

    [Fact]
    public void Read_what_the_contract_says_more_about_makes_events()
    {
        var reads = s_writes.ReadsOf<Visit>();
        foreach (var options in (JsonSerializerOptions[])
        [
            new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow }, new() { AllowDuplicateProperties = false }, new() { MaxDepth = 3 }, new() { ReferenceHandler = ReferenceHandler.Preserve },
        ])
        {
            new ContractColumnsBuilder<Visit>(Reflected(options), reads, 10).Build().ShouldBeNull();
        }
    }

    // What is wrong with a record of two files is found before or after what is wrong with one of the other.
    private static IEnumerable<string> Samples(SourceReport report) => report.MalformedSamples.Select(sample => $"{sample}").Order(StringComparer.Ordinal);

    private static JsonTypeInfo<Visit> Reflected(JsonSerializerOptions options)
    {
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        options.Converters.Add(new JsonStringEnumConverter());
        return (JsonTypeInfo<Visit>)options.GetTypeInfo(typeof(Visit));
    }

    // Records that are read one by one, since one is bad, say little of what is done with many.
    private static Gen<string> Mostly(string[] good, string[] bad) => Gen.Frequency((30, Gen.OneOf(good)), (1, Gen.OneOf(bad)));

    private static EventBatch<Visit> Batch(JsonTypeInfo<Visit> contract, EventReads<Visit> reads)
    {
        return EventFiles.Read(["-"], contract, new() { StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(Line("/a", 200))) }, reads: reads).ToArray().ShouldHaveSingleItem();
    }

    private static List<Visit> Visits(JsonTypeInfo<Visit> contract, EventReads<Visit> reads, string[] lines)
    {
        using var folder = new TempFolder();
        var batch = EventFiles.Read([folder.Write("visits.ndjson", lines)], contract, reads: reads).ToArray().ShouldHaveSingleItem();
        return [.. Enumerable.Range(0, batch.Count).Select(batch.Materialise)];
    }

    private static string Line(string page, int status, string user = "u") =>
        $$"""{"At":"2024-03-01T00:00:00Z","User":"{{user}}","page":"{{page}}","Status":{{status}},"Bytes":5,"Kind":"Write","Seconds":2,"Agent":"curl","From":"https://example.com/"}""";

    private static string Shown(Alert<VisitAlert> alert) => $"{alert.Id} {alert.Value} {string.Join(';', alert.Evidence.Sample.Select(e => $"{e.Position} {string.Join(',', e.Fields.Values)}"))}";

    private sealed record VisitAlert(string? User, string Page, VisitKind Kind, string? Agent, int Visits, long Bytes, double Seconds);

    private sealed class ByUser : Detection<int>
    {
        public override DetectionQuery<int> Define(EventSources events) => events.Of<Visit>(v => DateTimeOffset.Parse(v.User!, CultureInfo.InvariantCulture))
            .Where(v => v.Page != "/home").GroupBy(v => v.Agent).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Count());
    }
}
