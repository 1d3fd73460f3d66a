using System.Text;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Members;
using DetectionKit.Sources.Records;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Tests.Scanning;

/// <summary>What a block is read into, and on which lines its records stand.</summary>
public sealed class ScannedBlockTests
{
    private static readonly FieldScope s_scope = new([("a", 0)], []);

    [Fact]
    public void Find_in_memory_of_another_block_reads_into_that()
    {
        using var reader = Reader("{\"a\":1}\n{\"a\":2}\n");
        var first = Found(reader, new(1));
        var memory = first.Release();
        first.HasMemory.ShouldBeFalse();

        using var other = Reader("{\"a\":3}\n{\"a\":4}\n");
        var second = new ScannedBlock(1);
        second.Use(memory);
        Found(other, second).Bytes.ShouldBeSameAs(memory.Bytes);
        Values(second).ShouldBe(["3", "4"]);
    }

    [Fact]
    public void Use_memory_of_a_block_with_fewer_fields_makes_room_for_more()
    {
        using var reader = Reader("{\"a\":1}\n");
        var memory = Found(reader, new(1)).Release();
        using var other = Reader("{\"a\":3}\n");
        var wider = new ScannedBlock(1000);
        wider.Use(memory);
        Values(Found(other, wider)).ShouldBe(["3"]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void IsDecodedWhole_is_so_when_no_record_was_left(int left, bool expected)
    {
        var block = new ScannedBlock(1);
        block.IsDecodedWhole.ShouldBeFalse();
        block.Decoded = new() { Rows = new MemberRows([], []), InOrder = [.. Enumerable.Repeat((0, 0), left)], Records = 1, Counts = [] };
        block.IsDecodedWhole.ShouldBe(expected);
    }

    [Fact]
    public void LinesBefore_come_on_top_of_the_lines_of_records_and_rows()
    {
        using var reader = Reader("{\"a\":1}\n\n{\"a\":2}\n");
        var block = Found(reader, new(1));
        (block.LineOf(0), block.LineOf(1), block.LinesPassed, block.LinesCut).ShouldBe((1, 3, 3, 2));
        var rows = new MemberRows([new("x", 1), new("x", 3)], []);
        block.Decoded = new() { Rows = rows, InOrder = [], Records = 2, Counts = [] };
        block.LinesBefore = 10;
        (block.LineOf(0), block.LineOf(1), block.LinesPassed).ShouldBe((11, 13, 13));
        var positions = new EventPosition[2];
        rows.CopyPositions(rows.Positions, positions);
        positions.ShouldBe([new("x", 11), new("x", 13)]);
    }

    private static RecordReader Reader(string text)
    {
        var reader = new RecordReader(new MemoryStream([.. text.Select(c => (byte)c)]), 1 << 10, 1 << 10) { FillsUp = true };
        reader.Forget();
        return reader;
    }

    private static ScannedBlock Found(RecordReader reader, ScannedBlock block)
    {
        block.Find(reader);
        while (block.ScanNext(8, RecordScanner.Of(s_scope), new(block.Fields)) > 0)
        {
        }

        return block;
    }

    private static IEnumerable<string> Values(ScannedBlock block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            block.TryGetWritten(i, 0, out var text).ShouldBeTrue();
            yield return Encoding.UTF8.GetString(text);
        }
    }
}
