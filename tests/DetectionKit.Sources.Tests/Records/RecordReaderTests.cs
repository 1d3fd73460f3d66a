using System.Text;
using CsCheck;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Tests.Records;

public sealed class RecordReaderTests
{
    private static readonly Gen<string> Line = Gen.OneOf("", " ", "x", "{\"a\":1}", "{", "}", "[", "\"", "\\", "é漢", "\t{\"b\":\"c}\"}", new string('y', 70));

    [Fact]
    public void Next_lines_with_any_buffer_are_those_of_the_text()
    {
        var genEnd = Gen.OneOf("\n", "\r\n");
        Gen.Select(Line.Array[0, 30], genEnd, Gen.Bool, Gen.Bool, Gen.Int[1, 40]).Sample((lines, end, closed, bom, buffer) =>
        {
            // A first line of its own keeps the text from beginning like a document.
            var text = (bom ? "\uFEFF" : "") + string.Join(end, lines.Prepend("first")) + (closed ? end : "");
            var expected = lines.Prepend("first").Select((l, i) => (Line: i + 1L, Text: l.Trim())).Where(l => l.Text.Length > 0);
            return Records(Encoding.UTF8.GetBytes(text), buffer).SequenceEqual(expected);
        });
    }

    [Fact]
    public void Next_documents_with_any_buffer_are_those_of_the_array()
    {
        var genObject = Gen.OneOf("{}", "{\"a\":\"}{\"}", "{\"a\":[1,{\"b\":\"\\\"]\"}]}", "{\n \"a\": {\n }\n}", "{\"\\\\\":\"\\\\\"}");
        Gen.Select(genObject.Array[1, 10], Gen.OneOf(",", ", ", ",\n", "\n,\r\n"), Gen.Bool, Gen.Int[1, 40]).Sample((objects, separator, spaced, buffer) =>
        {
            var text = (spaced ? "[\n  " : "[") + string.Join(separator, objects) + (spaced ? "\n]\n" : "]");
            return Records(Encoding.UTF8.GetBytes(text), buffer).Select(r => r.Text).SequenceEqual(objects);
        });
    }

    [Fact]
    public void Next_documents_of_any_length_with_any_buffer_are_those_of_the_whole_text()
    {
        var genPart = Gen.OneOf("{\"a\":1}", "{\n \"b\": {\n }\n}", "{\"long\":\"" + new string('x', 60) + "\"}", "{\n" + string.Concat(Enumerable.Repeat(" \"c\": [{}],\n", 8)) + "}", "{\"open\":[" + new string('1', 70), "{\"quote", "}", "]", "stray", new string('y', 50), "\\", "\"");
        var genEnd = Gen.OneOf(",", ",\n", "\n", "\r\n", "\n\n", " ");
        var genBegin = Gen.OneOf("[{},", "{\n \"x\":1}\n", new string(' ', 40) + "[", "");
        Gen.Select(genBegin, Gen.Select(genPart, genEnd).Array[0, 12], Gen.Int[1, 90], Gen.Int[1, 60]).Sample((begin, parts, buffer, limit) =>
        {
            var text = Encoding.UTF8.GetBytes(begin + string.Concat(parts.Select(part => part.Item1 + part.Item2)));
            return Records(text, buffer, limit).SequenceEqual(Records(text, 4096, limit));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void Next_document_over_the_limit_is_passed_over_to_its_end_or_to_a_line_that_begins_another(int buffer)
    {
        var (of17, of18, open) = ("{\"a\":\"123456789\"}", "{\"a\":\"1234567890\"}", "{\"b\":[\n" + new string('1', 30));
        Records(Encoding.UTF8.GetBytes($"[{of17},{of18},{{\"c\":1}},\n{open}\n{{\"d\":1}}, {new string('z', 17)}\n {open} {{}}"), buffer, 17)
            .ShouldBe([(1, of17), (1, ""), (1, "{\"c\":1}"), (2, ""), (4, "{\"d\":1}"), (4, new string('z', 17)), (5, "")]);
    }

    [Fact]
    public void Next_that_fills_up_has_as_many_records_in_memory_as_its_buffer_takes()
    {
        using var reader = new RecordReader(new Drops("first\nsecond\nthird\n"u8.ToArray()), 13, 100) { FillsUp = true };
        reader.Forget();
        var statuses = new List<RecordStatus>();
        for (var status = reader.Next(); status != RecordStatus.End; status = reader.Next()) statuses.Add(status);

        // Byte by byte, a record would come whenever its end has.
        string.Join(' ', statuses.SkipWhile(status => status == RecordStatus.Pending)).ShouldBe("Record Record Pending Record");
    }

    [Fact]
    public void MoveTo_after_a_line_that_took_much_room_does_not_keep_the_room()
    {
        var text = Encoding.UTF8.GetBytes("first\n" + new string('x', 1_000) + "\n" + string.Concat(Enumerable.Repeat("next\n", 50)));
        using var reader = new RecordReader(new MemoryStream(text), 16, 2_000);
        reader.Forget();
        var (buffers, buffer) = (new List<int>(), Array.Empty<byte>());
        for (var status = reader.Next(); status != RecordStatus.End; status = reader.Next())
        {
            if (status == RecordStatus.Pending) buffers.Add((buffer = reader.MoveTo(buffer)).Length);
        }

        buffers.Max().ShouldBeGreaterThan(1_000);
        buffers[^1].ShouldBeLessThan(100);
    }

    [Fact]
    public void Next_document_stands_on_the_line_where_it_begins() =>
        Records("[\n{\n\"a\":1},\n\n{}]"u8.ToArray(), 3).ShouldBe([(2, "{\n\"a\":1}"), (5, "{}")]);

    [Theory]
    [InlineData("{\"a\":\n{\"b\":1}\n{\"c\":2}", "{\"a\":|{\"b\":1}|{\"c\":2}")]
    [InlineData("{\"a\":1,\n{\"b\":1}", "{\"a\":1,|{\"b\":1}")]
    [InlineData("[1,2]\n{}", "[1,2]|{}")]
    [InlineData("{", "{")]
    [InlineData("[", "[")]
    [InlineData("[\n{\"a\":1},\nxyz\n{\"b\":2}]", "{\"a\":1}|xyz|{\"b\":2}")]
    [InlineData("[{\"a\":1},{\"b\":", "{\"a\":1}|{\"b\":")]
    [InlineData("{\n \"a\": \"no end\n}\n{\n}", "{\n \"a\": \"no end\n}|{\n}")]
    public void Next_broken_text_is_handed_out_for_the_decoder_to_refuse(string text, string expected)
    {
        string.Join("|", Records(Encoding.UTF8.GetBytes(text), 1).Select(r => r.Text)).ShouldBe(expected);
        string.Join("|", Records(Encoding.UTF8.GetBytes(text), 4096).Select(r => r.Text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(100_000)]
    public void Next_record_over_the_limit_is_passed_over(int buffer)
    {
        var text = "a\n" + new string('x', 2000) + "\nb\n" + new string('y', 1024) + "\n" + new string('z', 1025);
        Records(Encoding.UTF8.GetBytes(text), buffer).Select(r => (r.Line, r.Text.Length)).ShouldBe([(1, 1), (2, 0), (3, 1), (4, 1024), (5, 0)]);
        var documents = "[{\"a\":\"" + new string('x', 2000) + "\"},\n{\"b\":1}]";
        Records(Encoding.UTF8.GetBytes(documents), buffer)[^1].Text.ShouldBe("{\"b\":1}");
    }

    [Fact]
    public void Rewind_begins_again_until_forgotten()
    {
        var reader = new RecordReader(new MemoryStream("\uFEFFa\nb\nc"u8.ToArray()), 2, 1024);
        var first = All(reader);
        reader.Rewind();
        reader.Forget();
        All(reader).ShouldBe(first);
        first.Select(r => r.Text).ShouldBe(["a", "b", "c"]);
    }

    private static List<(long Line, string Text)> Records(byte[] bytes, int buffer, int limit = 1024)
    {
        using var reader = new RecordReader(new MemoryStream(bytes), buffer, limit);
        reader.Forget();
        return All(reader);
    }

    private static List<(long Line, string Text)> All(RecordReader reader)
    {
        var found = new List<(long, string)>();
        for (var status = reader.Next(); status != RecordStatus.End; status = reader.Next())
        {
            if (status != RecordStatus.Pending) found.Add((reader.Line, status == RecordStatus.Record ? Encoding.UTF8.GetString(reader.Record) : ""));
        }

        return found;
    }

    private sealed class Drops(byte[] content) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
