using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Zeek;

/// <summary>Turns Zeek's conn, http and ssl logs into flows. A TSV log's columns are those of the head of its own file.</summary>
/// <param name="context">The run's options and report.</param>
/// <param name="isConnectionsOnly">Whether requests within connections (http, ssl) are passed over.</param>
internal sealed class ZeekDecoder(DecoderContext context, bool isConnectionsOnly = false) : IEventDecoder<NetworkFlow>
{
    private readonly Dictionary<string, ZeekHeader> _headers = new(StringComparer.Ordinal);
    private static readonly ZeekHeader s_none = new();
    private readonly ZeekRecord _record = new(context.Options);

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => null;

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
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<NetworkFlow> output)
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
        else if (_record.Log == ZeekLog.Other || (isConnectionsOnly && _record.Log != ZeekLog.Connections))
        {
            output.Skip();
        }
        else if (_record.Flow(record, out var flow) is { } reason)
        {
            output.Malformed(position, reason);
        }
        else
        {
            output.Add(flow!, position);
        }
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<NetworkFlow> output, bool atEnd) => false;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
