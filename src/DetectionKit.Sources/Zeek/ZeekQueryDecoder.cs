using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Zeek;

/// <summary>Turns Zeek's log of DNS into queries.</summary>
internal sealed class ZeekQueryDecoder(DecoderContext context) : ZeekDecoder<DnsQuery>(context, ZeekLog.Dns)
{
    /// <inheritdoc/>
    protected override string? Read(ReadOnlySpan<byte> record, EventPosition position, EventOutput<DnsQuery> output)
    {
        if (Record.Query(record, out var query) is { } fault) return fault;
        if (query is null) output.Skip();
        else output.Add(query, position);
        return null;
    }
}
