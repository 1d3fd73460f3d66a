using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;

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
        if (typeof(T) == typeof(NetworkFlow)) return (IEventDecoder<T>)(object)new ZeekFlowDecoder(context);
        if (typeof(T) == typeof(DnsQuery)) return (IEventDecoder<T>)(object)new ZeekQueryDecoder(context);
        return typeof(T) == typeof(NetworkConnection) ? (IEventDecoder<T>)(object)new ZeekConnectionDecoder(context) : null;
    }
}
