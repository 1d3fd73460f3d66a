using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Ocsf;

/// <summary>OCSF's Network Activity (class 4001), as connections and as flows. What comes in (<c>connection_info.direction_id</c> 1) is a flow, and no connection of the endpoint's.</summary>
public sealed class OcsfFormat : IEventFormat, IColumnFormat
{
    /// <inheritdoc/>
    public string Name => "ocsf";

    /// <inheritdoc/>
    public string Description => "OCSF events: JSON with class_uid and time; Network Activity (4001) is read";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record) => DocumentRecognition.Holds(record, fields => fields.Integer("class_uid") is not null && fields.Value("time") is not null);

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context)
    {
        if (typeof(T) == typeof(NetworkConnection)) return (IEventDecoder<T>)(object)OcsfConnections.Documents.Decoder(context);
        return typeof(T) == typeof(NetworkFlow) ? (IEventDecoder<T>)(object)OcsfFlows.Documents.Decoder(context) : null;
    }

    /// <inheritdoc/>
    IEventColumns<T>? IColumnFormat.ColumnsOf<T>(SourceOptions options, EventReads<T> reads) => (IEventColumns<T>?)(reads switch
    {
        EventReads<NetworkConnection> connections => OcsfConnections.Documents.Columns(options, connections),
        EventReads<NetworkFlow> flows => OcsfFlows.Documents.Columns(options, flows),
        _ => (object?)null,
    }) ?? EventColumns.Usual(options, reads);
}
