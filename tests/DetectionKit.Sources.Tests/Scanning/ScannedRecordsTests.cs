using System.Text;
using CsCheck;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Tests.Scanning;

/// <summary>Records scanned before they are decoded, on another thread or not, are those of a reader, with the fields that a scanner finds in them.</summary>
public sealed class ScannedRecordsTests
{
    private const int MaxRecordBytes = 300;

    private static FieldScope Scope { get; } = new([("a", 0), ("b", 1), ("wanted", 2)], [("in", new(("deep", 3)))]);

    [Fact]
    public void Next_of_any_lines_gives_the_records_and_fields_that_are_found_without() =>
        Gen.Select(JsonLines.Records, Gen.OneOf("\n", "\r\n", "\n\nno object\n"), Gen.Int[1, 2_000], Gen.Enum<Way>(), Gen.Bool).Sample(
            (records, end, buffer, way, isClosed) =>
            {
                var bytes = records.SelectMany((record, i) => i < records.Length - 1 || isClosed ? record.Concat(Encoding.UTF8.GetBytes(end)) : record).ToArray();
                var scanner = RecordScanner.Of(Scope);
                using var reader = Reader(new MemoryStream(bytes), buffer);
                using var ahead = Scanned(new MemoryStream(bytes), buffer, scanner, way);
                return All(reader, RecordScanner.Of(Scope), () => { }).SequenceEqual(All(ahead, scanner, ahead.Expect)) && (reader.Bytes, reader.Lines) == (ahead.Bytes, ahead.Lines);
            },
            iter: 3000);

    [Fact]
    public void Read_record_that_was_scanned_gives_what_was_found_and_any_other_is_scanned()
    {
        var record = "{\"a\":\"12\"}"u8.ToArray();
        var (scanner, values, block) = (RecordScanner.Of(Scope), new FieldValues(Scope.Count), new ScannedBlock(Scope.Count) { Bytes = record });
        block.Add(new(RecordStatus.Record, 0, record.Length, 1) { IsScanned = true });
        block.Target(0, values);
        values.Set(1, FieldKind.Number, 6, 1);
        scanner.Expect(block, 0);
        Fields(scanner, record).ShouldBe(" 1  ");
        Fields(scanner, [.. record]).ShouldBe("12   ");
        scanner.Expect(null, 0);
        Fields(scanner, record).ShouldBe("12   ");
    }

    [Fact]
    public void Next_of_a_stream_that_breaks_off_gives_what_was_read_and_says_why()
    {
        var scanner = RecordScanner.Of(Scope);
        using var ahead = Scanned(new BreakingStream("{\"a\":1}\n{\"a\":2}\n"u8.ToArray()), 4, scanner, Way.Ahead);
        All(ahead, scanner, ahead.Expect).Select(found => found.Fields).ShouldBe(["1   ", "2   "]);
        ahead.Fault.ShouldBe("The disk is gone.");
    }

    [Fact]
    public void Next_after_a_failure_on_the_other_thread_throws_what_failed_there()
    {
        using var ahead = Scanned(new FailingStream(), 4, RecordScanner.Of(Scope), Way.Ahead);
        Should.Throw<NotSupportedException>(() => ahead.Next()).Message.ShouldBe("No such stream.");
    }

    private static ScannedRecords Scanned(Stream stream, int buffer, RecordScanner scanner, Way way)
    {
        var reader = Reader(stream, buffer);
        return new(way switch { Way.Here => new ScannedHere(reader, Scope), Way.Ahead => new ScannedAhead(reader, Scope), _ => new ScannedLater(reader) }, scanner);
    }

    private static RecordReader Reader(Stream stream, int buffer)
    {
        var reader = new RecordReader(stream, buffer, MaxRecordBytes) { FillsUp = buffer % 2 == 0 };
        reader.Forget();
        return reader;
    }

    private static List<(RecordStatus Status, long Line, string Text, string Fields)> All(IRecordFeed feed, RecordScanner scanner, Action expect)
    {
        var found = new List<(RecordStatus, long, string, string)>();
        for (var status = feed.Next(); status != RecordStatus.End; status = feed.Next())
        {
            if (status == RecordStatus.Pending) continue;
            expect();
            found.Add(status == RecordStatus.Record ? (status, feed.Line, Encoding.UTF8.GetString(feed.Record), Fields(scanner, feed.Record)) : (status, feed.Line, "", ""));
        }

        return found;
    }

    private static string Fields(RecordScanner scanner, ReadOnlySpan<byte> record)
    {
        var values = new FieldValues(Scope.Count);
        if (scanner.Read(record, values) is { } fault) return fault;
        var text = new StringBuilder();
        for (var field = 0; field < Scope.Count; field++)
        {
            if (values.TryGet(record, field, out var value)) text.Append(Encoding.UTF8.GetString(value));
            if (field < Scope.Count - 1) text.Append(' ');
        }

        return text.ToString();
    }

    private sealed class BreakingStream(byte[] content) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("The disk is gone.");
    }

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("No such stream.");
    }

    private enum Way
    {
        Here,
        Ahead,
        Later,
    }

    /// <summary>Blocks whose records are told apart, and scanned, after others have been read, and those of a later one before those of an earlier one.</summary>
    private sealed class ScannedLater(RecordReader reader) : IBlockSource
    {
        private readonly RecordScanner _scanner = RecordScanner.Of(Scope);
        private readonly FieldValues _values = new(Scope.Count);
        private readonly Queue<ScannedBlock> _ready = [];

        public ScannedBlock Next(ScannedBlock? done)
        {
            if (_ready.Count == 0) Read(done);
            return _ready.Dequeue();
        }

        public void Dispose() => reader.Dispose();

        private void Read(ScannedBlock? done)
        {
            do
            {
                var block = _ready.Count == 0 && done is not null ? done : new(Scope.Count);
                block.Find(reader);
                _ready.Enqueue(block);
                if (block.IsLast) break;
            }
            while (_ready.Count < 3);

            foreach (var block in _ready.Reverse())
            {
                while (block.ScanNext(2, _scanner, _values) > 0)
                {
                }
            }
        }
    }
}
