using System.Text;
using CsCheck;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Tests.Fuzzing;

namespace DetectionKit.Sources.Tests.Scanning;

/// <summary>A scanner gives and refuses what a JSON reader does, whatever the instructions of the machine.</summary>
public sealed class RecordScannerTests
{
    [Fact]
    public void Read_records_of_any_kind_gives_what_a_JSON_reader_gives_with_any_instructions() =>
        JsonLines.Records.Sample(ScannerTarget.Run, iter: 20_000, print: records => string.Join('\n', records.Select(Encoding.UTF8.GetString)));

    [Theory]
    [InlineData("""{"a":"1","b":"2"}""", """{"a":"3","b":"4"}""", true)]
    [InlineData("""{"a":"1","b":2}""", """{"a":"C:\\x \"y\"","b":-3.5e2}""", true)]
    [InlineData("""{"a":"1","b":true}""", """{"a":"","b":null}""", true)]
    [InlineData("""{"in":{"a":"1","other":[1,"x"]},"b":"2"}""", """{"in":{"a":"3","other":[2,"long"]},"b":"4"}""", true)]
    [InlineData("""{"a":"1","b":"2"}""", """{"a":"3","b":",4"}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"4","a":"3"}""", true)]
    [InlineData("""{"a":"1","b":"2","c":"3"}""", """{"b":-3.5e2}""", true)]
    [InlineData("""{"a":"1","other_that_is_long_and_then_some_more":"2"}""", """{"other_that_is_long_and_then_some_more":false,"a":"C:\\"}""", true)]
    [InlineData("""{"a":"1","other_that_is_long_and_then_some_more":"2"}""", """{"other_that_is_long_and_then_some":false,"a":"C:\\"}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"c":"4","a":"3"}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"4","b":"3"}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":{},"a":"3"}""", true)]
    [InlineData("""{"a":"1","in":{"deep":"2","other":3},"c":[]}""", """{"c":[[1,"x"],{},[],{"d":null}],"in":{"other":[{}],"deep":"4"},"a":"\""}""", false)]
    [InlineData("""{"a":"1","in":{"deep":"2","other":3},"c":{"d":1}}""", """{"c":[[1,"x"],{},[],{"d":null}],"in":{"other":[{}],"deep":"4"},"a":"\""}""", true)]
    [InlineData("""{"a":"1","in":{"a":"2"},"c":[{"d":1}]}""", """{"in":["2"],"c":{"d":"x"},"a":[{"d":{"d":1}}]}""", true)]
    [InlineData("""{"a":"1","in":{"a":"2"}}""", """{"in":{"a":"3"},"in":{"a":"4"}}""", false)]
    [InlineData("""{"a":"1","c":[1]}""", """{"c":[1,],"a":"3"}""", false)]
    [InlineData("""{"a":"1","c":[1]}""", """{"c":[1},"a":"3"}""", false)]
    [InlineData("""{"a":"1","c":[1]}""", """{"c":[","1"],"a":"3"}""", false)]
    [InlineData("""{"a":"1","c":{"d":1}}""", """{"c":{"d":1],"a":"3"}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"4", "a":"3"}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"4","a":"3"]""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"4","a":"3",""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"4"x","a":"3"}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"a":","b":"2""}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"4","a":","b":"2""}""", false)]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"4","a":"3"}}""", false)]
    public void TryRead_record_of_a_known_shape_or_of_known_members_needs_no_JSON_reader(string first, string second, bool isKnown)
    {
        var (index, shapes, values) = (new RecordIndex(), new KnownShapes(ScannerTarget.Scope), new FieldValues(ScannerTarget.Scope.Count));
        var (lesson, record) = (Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(second));
        Assert.True(index.Read<PortableBlockReader>(lesson));
        shapes.Learn(lesson, index);
        Assert.True(index.Read<PortableBlockReader>(record));
        Assert.Equal(isKnown, shapes.TryRead(record, index, values));
        if (isKnown) Assert.Equal(ScannerTarget.Parsed(record), ScannerTarget.Shown(values, record, null));
    }

    [Theory]
    [InlineData("""{"in":{"a":"1"},"in":{"b":"2"}}""")]
    [InlineData("""{"in":{"b":"2"},"c":1,"in":{"a":"1"}}""")]
    [InlineData("""{"in":{"a":"1"},"in":"2","d":1}""")]
    [InlineData("""{"in":7,"in":{"a":"1"},"d":1}""")]
    public void Read_of_an_object_that_is_there_twice_tells_each_time(string record)
    {
        const int Whole = 0, Mark = 1, A = 2, B = 3;
        var inner = new FieldScope([("a", A), ("b", B)], []) { RefusesRepeated = true, Mark = Mark };
        var scanner = RecordScanner.Of(new FieldScope([("in", Whole)], [("in", inner)]) { RefusesRepeated = true });
        var values = new FieldValues(4);

        // The first two are learnt from, one of which has the members of the others once.
        foreach (var line in (string[])["""{"in":{"a":"1"},"c":1}""", record, record, record])
        {
            scanner.Read(Encoding.UTF8.GetBytes(line), values).ShouldBeNull();
            if (line == record) (values.KindOf(Mark) == FieldKind.Composite || (values.KindOf(Whole) != FieldKind.Absent && values.KindOf(Mark) == FieldKind.Null)).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("{\"a\":1}\n", 64, 7)]
    [InlineData("{\"a\":1}\r\n", 64, 8)]
    [InlineData("{\"a\":1} \n", 64, 8)]
    [InlineData("{\"a\":1}\n", 50, -1)]
    [InlineData("{\"a\":\t1}\n", 64, -1)]
    [InlineData("{\"a\":1}\r", 64, -1)]
    [InlineData("{\"a\":1}", 56, -1)]
    [InlineData(" {\"a\":1}\n", 64, -1)]
    [InlineData("[1]\n", 64, -1)]
    public void FindLineBreak_finds_it_where_an_object_is_one_line_and_is_followed_by_enough(string line, int more, int at)
    {
        var bytes = Encoding.UTF8.GetBytes(line + new string('x', more));
        foreach (var scanner in new[] { RecordScanner.Of(ScannerTarget.Scope), RecordScanner.Of<HalfBlockReader>(ScannerTarget.Scope), RecordScanner.Of<PortableBlockReader>(ScannerTarget.Scope) })
        {
            Assert.Equal(at, scanner.FindLineBreak(bytes));
        }
    }

    [Fact]
    public void FindLineBreak_of_a_long_line_finds_it_once_one_as_long_has_been_read()
    {
        var scanner = RecordScanner.Of(ScannerTarget.Scope);
        var record = Encoding.UTF8.GetBytes($$"""{"a":"{{new string('x', 5_000)}}"}""");
        byte[] bytes = [.. record, (byte)'\n', .. new byte[64]];
        Assert.Equal(-1, scanner.FindLineBreak(bytes));
        Assert.Null(scanner.Read(record, new(ScannerTarget.Scope.Count)));
        Assert.Equal(record.Length, scanner.FindLineBreak(bytes));
    }

    [Fact]
    public void TryRead_after_many_shapes_knows_the_one_that_is_met_most()
    {
        var (index, shapes, values) = (new RecordIndex(), new KnownShapes(ScannerTarget.Scope), new FieldValues(ScannerTarget.Scope.Count));
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
}
