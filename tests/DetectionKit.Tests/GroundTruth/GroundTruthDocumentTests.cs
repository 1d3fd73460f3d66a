using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;
using DetectionKit.GroundTruth;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.GroundTruth;

public sealed class GroundTruthDocumentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly NetworkConnection Seen = new(Noon, "HR001.shire.com", @"SHIRE\nmartha", @"C:\Windows\notepad.exe", null, IPAddress.Parse("2001:500:2::c"), 443);

    [Fact]
    public void Parse_reads_what_a_person_writes()
    {
        var document = Parse("""
            {
              // recorded by hand
              "labels": [
                {
                  "malicious": true, "campaign": "runas", "profile": "empire",
                  "key": { "image": "c:\\windows\\NOTEPAD.exe", "remoteAddress": "2001:500:2:0:0:0:0:c", "commandLine": null },
                  "from": "2026-03-02T13:00:00+01:00", "to": "2026-03-02T12:00:01Z"
                },
              ]
            }
            """);
        document.LabelOf(Seen)!.Campaign.ShouldBe("runas");
        document.LabelOf(Seen with { CommandLine = "notepad" }).ShouldBeNull();
        document.LabelOf(Seen with { RemoteAddress = IPAddress.Loopback }).ShouldBeNull();
        document.LabelOf(Seen with { Time = Noon.AddTicks(-1) }).ShouldBeNull();
        document.LabelOf(Seen with { Time = Noon.AddSeconds(1) }).ShouldBeNull();
        document.LabelOf(Seen with { Image = null }).ShouldBeNull();
    }

    [Fact]
    public void LabelOf_takes_the_label_that_names_most_parts_and_of_equals_the_first()
    {
        var document = Parse("""
            { "labels": [
              { "malicious": false, "note": "all" },
              { "malicious": false, "note": "first", "key": { "user": "shire\\NMARTHA" } },
              { "malicious": false, "note": "second", "key": { "image": "C:\\Windows\\notepad.exe" } },
              { "malicious": true, "note": "host and user", "key": { "host": "hr001.shire.com", "user": "SHIRE\\nmartha" } } ] }
            """);
        document.LabelOf(Seen)!.Note.ShouldBe("host and user");
        document.LabelOf(Seen with { Host = null })!.Note.ShouldBe("first");
        document.LabelOf(Seen with { Host = null, User = null })!.Note.ShouldBe("second");
        document.LabelOf(Seen with { Host = "OTHER", User = null, Image = null })!.Note.ShouldBe("all");
    }

    [Theory]
    [InlineData("""{ "labels": [ { "malicious": true, "key": { "hots": "x" } } ] }""", "truth.json, line 1, $.labels[0].key: not a ground truth. A key has no part 'hots'. Did you mean host? A connection has host, user, image, commandLine, remoteAddress.")]
    [InlineData("""{ "labels": [ { "malicious": true, "key": { "remoteAddress": "10.0.0.256" } } ] }""", "remoteAddress '10.0.0.256' is not an IP address. Write one such as 203.0.113.7 or 2001:db8::7, or leave it out.")]
    [InlineData("""{ "labels": [ { "malicious": true, "key": { "host": 7 } } ] }""", "The part 'host' of a key is a string or null.")]
    [InlineData("""{ "labels": [ { "campaign": "x" } ] }""", "truth.json, line 1, $.labels[0]: not a ground truth.")]
    [InlineData("""{ "labels": [ { "malicious": true, "capmaign": "x" } ] }""", "capmaign")]
    [InlineData("""{ "labels": [ { "malicious": true, "from": "2026-03-02T12:00:00Z", "to": "2026-03-02T12:00:00Z" } ] }""", "truth.json, $.labels[0]: 'from' 2026-03-02T12:00:00.0000000+00:00 is not before 'to'")]
    [InlineData("""{ "version": 2, "labels": [] }""", "truth.json, $.version: 2 is not supported. Write 1.")]
    [InlineData("""{ "labels": [ null ] }""", "truth.json, $.labels[0]: null is not a label.")]
    [InlineData("null", "truth.json: null is not a ground truth.")]
    [InlineData("{ ", "truth.json, line 1")]
    public void Parse_says_what_is_wrong_and_where(string json, string message) =>
        Should.Throw<InvalidDataException>(() => Parse(json)).Message.ShouldContain(message);

    [Fact]
    public void Load_gives_back_what_Save_wrote()
    {
        var part = Gen.String.Where(s => !s.Any(char.IsSurrogate));
        var key = Gen.Select(part.Null(), part.Null(), Gen.UInt).Select((host, commandLine, address) =>
            GroundTruthKey.Any.With("host", host).With("commandLine", commandLine).With("remoteAddress", new IPAddress(address).ToString()));
        Gen.Select(Gen.Bool, key, part, Gen.Long[0, 1_000_000]).Array[0, 4].Sample(rows =>
        {
            using var folder = new TemporaryFolder();
            var labels = rows.Select(r => new GroundTruthLabel { Malicious = r.Item1, Key = r.Item2, Campaign = r.Item3, Events = r.Item4, From = Noon.AddTicks(r.Item4) }).ToArray();
            new GroundTruthDocument { Labels = labels, Description = "d" }.Save(folder["t.json"]);
            return GroundTruthDocument.Load(folder["t.json"]).Labels.SequenceEqual(labels);
        }, iter: Iterations.Of(50));
    }

    [Fact]
    public void Schema_names_exactly_what_is_written()
    {
        using var schema = JsonDocument.Parse(GroundTruthDocument.Schema);
        var label = schema.RootElement.GetProperty("properties").GetProperty("labels").GetProperty("items").GetProperty("properties");
        Names(schema.RootElement.GetProperty("properties")).ShouldBe(Members(typeof(GroundTruthDocument)), ignoreOrder: true);
        Names(label).ShouldBe(Members(typeof(GroundTruthLabel)), ignoreOrder: true);
        Names(label.GetProperty("key").GetProperty("properties")).ShouldBe(GroundTruthKey.PartNames);
    }

    private static GroundTruthDocument Parse(string json) => GroundTruthDocument.Parse(Encoding.UTF8.GetBytes(json), "truth.json");

    private static IEnumerable<string> Names(JsonElement properties) => properties.EnumerateObject().Select(p => p.Name);

    private static IEnumerable<string> Members(Type type) =>
        type.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
}
