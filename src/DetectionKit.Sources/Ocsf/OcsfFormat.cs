using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Ocsf;

/// <summary>OCSF's Network Activity (class 4001), as connections and as flows. What comes in (<c>connection_info.direction_id</c> 1) is a flow, and no connection of the endpoint's.</summary>
public sealed class OcsfFormat : IEventFormat
{
    private const int NetworkActivity = 4001, Inbound = 1, Refused = 5, Failed = 4;

    /// <inheritdoc/>
    public string Name => "ocsf";

    /// <inheritdoc/>
    public string Description => "OCSF events: JSON with class_uid and time; Network Activity (4001) is read";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record) => DocumentRecognition.Holds(record, fields => fields.Integer("class_uid") is not null && fields.Value("time") is not null);

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context)
    {
        if (typeof(T) == typeof(NetworkConnection)) return (IEventDecoder<T>)(object)new DocumentDecoder<NetworkConnection>(context, ReadConnection);
        return typeof(T) == typeof(NetworkFlow) ? (IEventDecoder<T>)(object)new DocumentDecoder<NetworkFlow>(context, ReadFlow) : null;
    }

    private static string? ReadConnection(JsonDocumentFields fields, out NetworkConnection? made)
    {
        made = null;
        if (fields.Integer("class_uid") != NetworkActivity || fields.Integer("connection_info.direction_id") == Inbound) return null;
        if (ReadFlow(fields, out var flow) is { } fault) return fault;
        made = new(flow!.Time, flow.Host, fields.Name("actor.user.name", "actor.process.user.name", "actor.user.uid"), flow.Image, fields.Text("actor.process.cmd_line"), flow.RemoteAddress, flow.RemotePort)
        {
            Process = fields.Text("actor.process.uid", "actor.process.pid"),
        };
        return null;
    }

    private static string? ReadFlow(JsonDocumentFields fields, out NetworkFlow? made)
    {
        made = null;
        if (fields.Integer("class_uid") != NetworkActivity) return null;
        if (fields.Time(out var time, "time") is { } noTime) return noTime;
        if (fields.Address(out var address, "dst_endpoint.ip") is { } noAddress) return noAddress;
        if (fields.Port(out var port, "dst_endpoint.port") is { } noPort) return noPort;
        made = new(
            time,
            fields.Name("device.hostname", "src_endpoint.hostname", "device.name", "src_endpoint.ip"),
            fields.AddressOrNull("src_endpoint.ip"),
            fields.Name("actor.process.file.path", "actor.process.path", "actor.process.name"),
            fields.Text("dst_endpoint.domain", "dst_endpoint.hostname")?.TrimEnd('.').ToLowerInvariant(),
            address,
            port,
            fields.Text("connection_info.protocol_name")?.ToLowerInvariant(),
            fields.Integer("traffic.bytes_out"),
            fields.Integer("traffic.bytes_in"),
            fields.Integer("duration") is >= 0 and < 1L << 40 and var milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            fields.Integer("activity_id") switch { Refused or Failed => false, 1 or 2 or 6 => true, _ => null });
        return null;
    }
}
