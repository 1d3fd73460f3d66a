using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Zeek;

/// <summary>Turns Zeek's logs of connections, of requests over HTTP and of TLS into flows.</summary>
internal sealed class ZeekFlowDecoder(DecoderContext context) : ZeekDecoder<NetworkFlow>(context, ZeekLog.Connections, ZeekLog.Http, ZeekLog.Tls)
{
    /// <inheritdoc/>
    protected override string? Read(ReadOnlySpan<byte> record, EventPosition position, EventOutput<NetworkFlow> output)
    {
        if (Record.Flow(record, out var flow) is { } fault) return fault;
        output.Add(flow!, position);
        return null;
    }
}
