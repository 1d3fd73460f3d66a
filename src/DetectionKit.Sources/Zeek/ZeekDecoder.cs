using System.Runtime.CompilerServices;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Zeek;

/// <summary>Turns Zeek's logs into events. A TSV log's columns are those of the head of its own file.</summary>
/// <param name="context">The run's options and report.</param>
/// <param name="logs">The logs that are read; others are passed over.</param>
internal abstract class ZeekDecoder<T>(DecoderContext context, params ZeekLog[] logs) : IEventDecoder<T>, IScanningDecoder<T>
{
    private static readonly ZeekHeader s_none = new();
    private readonly Dictionary<string, ZeekHeader> _headers = new(StringComparer.Ordinal);
    private (string? Input, ZeekHeader Header) _latest = (null, s_none);

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => null;

    /// <summary>The record at hand.</summary>
    protected ZeekRecord Record { get; } = new(context.Options);

    /// <inheritdoc/>
    public RecordScanner ScannerOf(EventOutput<T> output) => Record.Scanner;

    /// <inheritdoc/>
    public virtual void Expect(ScannedBlock block, int first, int count, EventOutput<T> output)
    {
    }

    /// <inheritdoc/>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record)
    {
        if (ZeekHeader.IsHead(record)) return null;

        // Zeek writes the time first, in every log.
        var isJson = record[0] == (byte)'{';
        if (!isJson && record.IndexOf((byte)'\t') is var end and > 0) return TimeText.TryReadEpochSeconds(record[..end], out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        return isJson && Record.Read(record, s_none) is null && Record.Time(record, out var time) is null ? time : null;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output)
    {
        var header = HeaderOf(position.Source);
        if (ZeekHeader.IsHead(record))
        {
            header.Read(record);
            output.Skip();
        }
        else if (Record.Read(record, header) is { } fault)
        {
            output.Malformed(position, fault);
        }
        else if (!logs.AsSpan().Contains(Record.Log))
        {
            output.Skip();
        }
        else if (Read(record, position, output) is { } reason)
        {
            output.Malformed(position, reason);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int DecodeAlone(ScannedBlock block, int first, int count, string source, EventOutput<T> output)
    {
        if (output.Gatherer is null) return 0;
        Expect(block, first, count, output);
        for (var i = first; i < first + count; i++)
        {
            // A TSV row needs the head of its file: it is not scanned.
            if (!block[i].IsScanned) return i - first;
            Record.Scanner.Expect(block, i);
            var record = block.Record(i);
            if (Record.Read(record, s_none) is not null) return i - first;
            if (!logs.AsSpan().Contains(Record.Log)) output.Skip();
            else if (Read(record, new(source, block.LineOf(i)), output) is not null) return i - first;
        }

        return count;
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<T> output, bool atEnd) => false;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Adds the event of the record at hand, or passes over one that tells of none; says what is wrong with the record, or null.</summary>
    protected abstract string? Read(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output);

    private ZeekHeader HeaderOf(string input)
    {
        if (ReferenceEquals(_latest.Input, input)) return _latest.Header;
        if (!_headers.TryGetValue(input, out var header)) _headers.Add(input, header = new());
        _latest = (input, header);
        return header;
    }
}
