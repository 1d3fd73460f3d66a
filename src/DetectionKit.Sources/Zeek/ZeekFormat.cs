using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Zeek;

/// <summary>Zeek's conn.log, http.log, ssl.log and dns.log, as TSV with a head or as JSON, with <c>id.orig_h</c> or <c>id_orig_h</c>. Rows of conn.log are connections, too.</summary>
public sealed class ZeekFormat : IEventFormat
{
    /// <inheritdoc/>
    public string Name => "zeek";

    /// <inheritdoc/>
    public string Description => "Zeek's conn, http, ssl and dns logs: TSV that begins with #separator or #fields, or JSON with ts and id.orig_h";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record) =>
        record.StartsWith("#separator "u8) || record.StartsWith("#fields\t"u8) || (record.StartsWith("{"u8) && ZeekRecord.IsJson(record, new FieldValues(ZeekField.Count)));

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context)
    {
        if (typeof(T) == typeof(NetworkFlow)) return (IEventDecoder<T>)(object)Flows(context, ZeekLog.Connections, ZeekLog.Http, ZeekLog.Tls);
        if (typeof(T) == typeof(DnsQuery)) return (IEventDecoder<T>)(object)new ZeekDecoder<DnsQuery>(context, [ZeekLog.Dns], (ZeekRecord record, ReadOnlySpan<byte> bytes, out DnsQuery? query) => record.Query(bytes, out query));
        if (typeof(T) == typeof(NetworkConnection)) return (IEventDecoder<T>)(object)new MappedDecoder<NetworkFlow, NetworkConnection>(context, Flows(context, ZeekLog.Connections), Connection);
        return null;
    }

    private static ZeekDecoder<NetworkFlow> Flows(DecoderContext context, params ZeekLog[] logs) =>
        new(context, logs, (ZeekRecord record, ReadOnlySpan<byte> bytes, out NetworkFlow? flow) => record.Flow(bytes, out flow));

    private static NetworkConnection Connection(NetworkFlow flow) => new(flow.Time, flow.Host, null, null, null, flow.RemoteAddress, flow.RemotePort);
}
