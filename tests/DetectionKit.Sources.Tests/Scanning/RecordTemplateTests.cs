using System.Text;
using CsCheck;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Tests.Scanning;

public sealed class RecordTemplateTests
{
    private const string First = """{"kind":"x","path":"C:\\a","host":"WS-1","port":443,"note":"\"n\"","end":null}""";
    private const string Second = """{"kind":"x","path":"C:\\b","host":"WS-27","port":8080,"note":"\"n\"","end":null}""";

    private static readonly FieldScope Scope = new([("kind", 0), ("path", 1), ("host", 2), ("port", 3), ("note", 4), ("end", 5), ("none", 6)]);

    [Fact]
    public void Read_values_in_common_and_others_are_those_of_a_JSON_reader()
    {
        const string record = """{"kind":"x","path":"D:\\long \\\"c\"","host":"","port":1,"note":"\"n\"","end":null}""";

        Find(Learnt(First, Second), record).ShouldBe(record.Length);
        Shown(Learnt(First, Second), record).ShouldBe(Parsed(record));
    }

    [Theory]
    [InlineData("""{"kind":"y","path":"C:\\b","host":"WS-1","port":443,"note":"\"n\"","end":null}""", "a value in common is another")]
    [InlineData("""{"kind":"x","path":"C:\\b","host":"WS-1","port":443,"note":"\"n\"","end":null} """, "more follows")]
    [InlineData("""{"kind":"x","path":"C:\\b","host":"WS-1","port":443,"note":"\"n\"","more":1,"end":null}""", "there is one more")]
    [InlineData("""{"kind":"x","path":"C:\x","host":"WS-1","port":443,"note":"\"n\"","end":null}""", "an escape is none")]
    [InlineData("""{"kind":"x","path":"C:\u004","host":"WS-1","port":443,"note":"\"n\"","end":null}""", "an escape breaks off")]
    [InlineData("{\"kind\":\"x\",\"path\":\"C:\\\\b\",\"host\":\"WS\t1\",\"port\":443,\"note\":\"\\\"n\\\"\",\"end\":null}", "a control character in a text")]
    [InlineData("{\"kind\":\"x\",\"path\":\"C:\\\\\t\",\"host\":\"WS-1\",\"port\":443,\"note\":\"\\\"n\\\"\",\"end\":null}", "a control character behind an escape")]
    [InlineData("""{"kind":"x","path":"C:\\b","host":"WS-1","port":0443,"note":"\"n\"","end":null}""", "a number is none")]
    [InlineData("""{"kind":"x","path":"C:\\b","host":"WS-1""", "it breaks off")]
    public void FindLineBreak_record_of_another_kind_finds_none(string record, string because) => Find(Learnt(First, Second), record).ShouldBe(-1, because);

    [Fact]
    public void FindLineBreak_value_in_common_until_now_finds_none_until_it_was_learnt()
    {
        const string record = """{"kind":"other","path":"C:\\b","host":"WS-1","port":443,"note":"\"n\"","end":null}""";

        Find(Learnt(First, Second), record).ShouldBe(-1);
        Find(Learnt(First, Second, record), record).ShouldBe(record.Length);
        Find(Learnt(First, Second, record), First).ShouldBe(First.Length);
    }

    [Fact]
    public void FindLineBreak_at_either_kind_of_line_break_finds_it()
    {
        Find(Learnt(First, Second), First, "\n").ShouldBe(First.Length);
        Find(Learnt(First, Second), First, "\r\n").ShouldBe(First.Length + 1);
        Find(Learnt(First, Second), First, "\r").ShouldBe(-1);
    }

    [Fact]
    public void FindLineBreak_of_a_last_line_without_more_behind_finds_none() =>
        Learnt(First, Second).FindLineBreak<PortableBlockReader>(Encoding.UTF8.GetBytes(First + "\n")).ShouldBe(-1);

    [Fact]
    public void Read_texts_of_any_length_and_with_escapes_anywhere_are_those_of_a_JSON_reader()
    {
        Gen.OneOf("a", "\\\\", "\\\"", "\\n", "\\u00e9", "bcdefgh", ",", "}").Array[0, 90].Select(pieces => $$"""{"kind":"x","path":"{{string.Concat(pieces)}}","host":"WS-1","port":443,"note":"\"n\"","end":null}""")
            .Sample(record =>
            {
                // Samples are taken side by side, and a template keeps what it found last.
                var template = Learnt(First, Second);
                return Find(template, record) == record.Length && Shown(template, record) == Parsed(record);
            });
    }

    private static RecordTemplate Learnt(params string[] records)
    {
        var (builder, index) = (new ShapeBuilder(Scope), new RecordIndex());
        RecordShape? shape = null;
        foreach (var record in records.Select(Encoding.UTF8.GetBytes))
        {
            index.Read<PortableBlockReader>(record).ShouldBeTrue();
            shape ??= builder.Build(record, index.Quotes).ShouldNotBeNull();
            shape.TryRead(record, index, new FieldValues(Scope.Count)).ShouldBeTrue();
            shape.Learn(record, index);
        }

        return shape!.Template.ShouldNotBeNull();
    }

    private static int Find(RecordTemplate template, string record, string lineBreak = "\n")
    {
        var bytes = Encoding.UTF8.GetBytes(record + lineBreak + new string('"', 300));
        int[] found = [template.FindLineBreak<PortableBlockReader>(bytes), template.FindLineBreak<HalfBlockReader>(bytes), template.FindLineBreak<WideBlockReader>(bytes)];
        found.Distinct().ShouldHaveSingleItem();
        return found[0];
    }

    private static string Shown(RecordTemplate template, string record)
    {
        var values = new FieldValues(Scope.Count);
        Find(template, record).ShouldBeGreaterThan(0);
        template.Read(values);
        return Shown(values, record);
    }

    private static string Parsed(string record)
    {
        var values = new FieldValues(Scope.Count);
        RecordParser.Read(Encoding.UTF8.GetBytes(record), Scope, values).ShouldBeNull();
        return Shown(values, record);
    }

    private static string Shown(FieldValues values, string record) => string.Join(' ', Enumerable.Range(0, Scope.Count).Select(field =>
        $"{values.KindOf(field)}:{(values.TryGet(Encoding.UTF8.GetBytes(record), field, out var value) ? Encoding.UTF8.GetString(value) : "")}"));
}
