using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Zeek;

/// <summary>Turns Zeek's logs into events. A TSV log's columns are those of the head of its own file.</summary>
/// <param name="context">The run's options and report.</param>
/// <param name="logs">The logs that are read; others are passed over.</param>
/// <param name="make">Makes the event of the record at hand, or none of a record that tells of none; says what is wrong with the record, or null.</param>
internal sealed class ZeekDecoder<T>(DecoderContext context, IReadOnlyList<ZeekLog> logs, ZeekDecoder<T>.Maker make) : IEventDecoder<T>, IScanningDecoder<T>
{
    /// <summary>Makes an event of the record at hand.</summary>
    internal delegate string? Maker(ZeekRecord record, ReadOnlySpan<byte> bytes, out T? made);

    private readonly Dictionary<string, ZeekHeader> _headers = new(StringComparer.Ordinal);
    private static readonly ZeekHeader s_none = new();
    private readonly ZeekRecord _record = new(context.Options);

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => null;

    /// <inheritdoc/>
    public RecordScanner ScannerOf(EventOutput<T> output) => _record.Scanner;

    /// <inheritdoc/>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record)
    {
        if (ZeekHeader.IsHead(record)) return null;

        // Zeek writes the time first, in every log.
        var isJson = record[0] == (byte)'{';
        if (!isJson && record.IndexOf((byte)'\t') is var end and > 0) return TimeText.TryReadEpochSeconds(record[..end], out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        return isJson && _record.Read(record, s_none) is null && _record.Time(record, out var time) is null ? time : null;
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output)
    {
        if (!_headers.TryGetValue(position.Source, out var header)) _headers.Add(position.Source, header = new());
        if (ZeekHeader.IsHead(record))
        {
            header.Read(record);
            output.Skip();
        }
        else if (_record.Read(record, header) is { } fault)
        {
            output.Malformed(position, fault);
        }
        else if (!logs.Contains(_record.Log))
        {
            output.Skip();
        }
        else if (make(_record, record, out var made) is { } reason)
        {
            output.Malformed(position, reason);
        }
        else if (made is null)
        {
            output.Skip();
        }
        else
        {
            output.Add(made, position);
        }
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<T> output, bool atEnd) => false;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
