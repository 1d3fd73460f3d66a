using System.Text;
using CsCheck;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Tests.Scanning;

/// <summary>A scanner gives and refuses what a JSON reader does, whatever the instructions of the machine.</summary>
public sealed class RecordScannerTests
{
    private const int Fields = 6;

    private static FieldScope Scope { get; } = new(
        [("a", 0), ("b", 1), ("wanted", 2), ("x_long_name_of_a_field_that_takes_more_than_a_vector", 3), ("ü", 4)],
        [("in", new([("a", 0), ("deep", 5)], [("in", new(("deep", 5)))]))]);

    [Fact]
    public void Read_records_of_any_kind_gives_what_a_JSON_reader_gives_with_any_instructions() => JsonLines.Records.Sample(
        records =>
        {
            RecordScanner[] scanners = [RecordScanner.Of(Scope), RecordScanner.Of<WideBlockReader>(Scope), RecordScanner.Of<HalfBlockReader>(Scope), RecordScanner.Of<PortableBlockReader>(Scope)];
            return records.All(record => scanners.All(scanner => Scanned(scanner, record) == Parsed(record)));
        },
        iter: 20_000,
        print: records => string.Join('\n', records.Select(Encoding.UTF8.GetString)));

    [Theory]
    [InlineData("""{"a":"1","b":"2"}""", """{"a":"3","b":"4"}""", true)]
    [InlineData("""{"a":"1","b":2}""", """{"a":"C:\\x \"y\"","b":-3.5e2}""", true)]
    [InlineData("""{"a":"1","b":true}""", """{"a":"","b":null}""", true)]
    [InlineData("""{"in":{"a":"1","other":[1,"x"]},"b":"2"}""", """{"in":{"a":"3","other":[2,"long"]},"b":"4"}""", true)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"4","a":"3"}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"a":"3","b":",4"}""", false)]
    public void TryRead_record_of_a_known_shape_needs_no_JSON_reader(string first, string second, bool isKnown)
    {
        var (index, shapes, values) = (new RecordIndex(), new KnownShapes(Scope), new FieldValues(Fields));
        var (lesson, record) = (Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(second));
        Assert.True(index.Read<PortableBlockReader>(lesson));
        shapes.Learn(lesson, index);
        Assert.True(index.Read<PortableBlockReader>(record));
        Assert.Equal(isKnown, shapes.TryRead(record, index, values));
        if (isKnown) Assert.Equal(Parsed(record), Shown(values, record, null));
    }

    [Fact]
    public void TryRead_after_many_shapes_knows_the_one_that_is_met_most()
    {
        var (index, shapes, values) = (new RecordIndex(), new KnownShapes(Scope), new FieldValues(Fields));
        var often = """{"a":"1","wanted":"2"}"""u8.ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var other = Encoding.UTF8.GetBytes($$"""{"a":"1","other{{i}}":"2"}""");
            foreach (var record in new[] { often, other })
            {
                Assert.True(index.Read<PortableBlockReader>(record));
                values.Clear();
                var isKnown = shapes.TryRead(record, index, values);
                Assert.True(isKnown || i < 2 || record == other);
                if (!isKnown) shapes.Learn(record, index);
            }
        }
    }

    private static string Scanned(RecordScanner scanner, byte[] record)
    {
        // Bytes behind the record are none of its business: they are such as would be missed.
        var padded = Encoding.UTF8.GetBytes("\"" + new string('\\', 70)).Concat(record).Concat(Encoding.UTF8.GetBytes("\",\"" + new string('"', 70))).ToArray();
        var values = new FieldValues(Fields);
        var slice = padded.AsSpan(71, record.Length);
        return Shown(values, slice, scanner.Read(slice, values));
    }

    private static string Parsed(byte[] record)
    {
        var values = new FieldValues(Fields);
        return Shown(values, record, RecordParser.Read(record, Scope, values));
    }

    // What a record that is refused has set plays no part.
    private static string Shown(FieldValues values, ReadOnlySpan<byte> record, string? fault)
    {
        if (fault is not null) return fault;
        var text = new StringBuilder();
        for (var field = 0; field < Fields; field++)
        {
            text.Append(values.KindOf(field)).Append(':');
            if (values.TryGet(record, field, out var value)) text.Append(Convert.ToHexString(value));
            text.Append(' ');
        }

        return text.ToString();
    }
}
