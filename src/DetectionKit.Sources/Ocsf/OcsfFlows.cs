using System.Net;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Ocsf;

/// <summary>OCSF's Network Activity as flows.</summary>
internal static class OcsfFlows
{
    private const string Class = "class_uid";
    private const int NetworkActivity = 4001;
    private static readonly string[] s_time = ["time"];
    private static readonly string[] s_host = ["device.hostname", "src_endpoint.hostname", "device.name", "src_endpoint.ip"];
    private static readonly string[] s_source = ["src_endpoint.ip"];
    private static readonly string[] s_image = ["actor.process.file.path", "actor.process.path", "actor.process.name"];
    private static readonly string[] s_name = ["dst_endpoint.domain", "dst_endpoint.hostname"];
    private static readonly string[] s_address = ["dst_endpoint.ip"];
    private static readonly string[] s_port = ["dst_endpoint.port"];
    private static readonly string[] s_protocol = ["connection_info.protocol_name"];
    private static readonly string[] s_sent = ["traffic.bytes_out"];
    private static readonly string[] s_received = ["traffic.bytes_in"];
    private static readonly string[] s_duration = ["duration"];
    private static readonly string[] s_activity = ["activity_id"];

    /// <summary>The class that they are of.</summary>
    public static MappedCondition IsActivity { get; } = new IntegerCondition(Class, NetworkActivity, isWanted: true);

    /// <summary>What connections have as well.</summary>
    public static IReadOnlyList<MappedMember> Shared { get; } =
    [
        new MappedMember<DateTimeOffset>(nameof(NetworkFlow.Time), s_time, isRequired: true),
        new MappedMember<string?>(nameof(NetworkFlow.Host), s_host, isRequired: false),
        new MappedMember<string?>(nameof(NetworkFlow.Image), s_image, isRequired: false),
        new MappedMember<IPAddress>(nameof(NetworkFlow.RemoteAddress), s_address, isRequired: true),
        new MappedMember<int>(nameof(NetworkFlow.RemotePort), s_port, isRequired: true, new PortReader()),
    ];

    /// <summary>Their documents.</summary>
    public static MappedDocuments<NetworkFlow> Documents { get; } = new(
        Read,
        [IsActivity],
        [
            .. Shared,
            new MappedMember<IPAddress?>(nameof(NetworkFlow.SourceAddress), s_source, isRequired: false),
            new MappedMember<string?>(nameof(NetworkFlow.DestinationName), s_name, isRequired: false, new DomainReader()),
            new MappedMember<string?>(nameof(NetworkFlow.Protocol), s_protocol, isRequired: false, new(foldCase: true)),
            new MappedMember<long?>(nameof(NetworkFlow.BytesSent), s_sent, isRequired: false),
            new MappedMember<long?>(nameof(NetworkFlow.BytesReceived), s_received, isRequired: false),
            new MappedMember<TimeSpan?>(nameof(NetworkFlow.Duration), s_duration, isRequired: false, new MillisecondsReader()),
            new MappedMember<bool?>(nameof(NetworkFlow.IsAnswered), s_activity, isRequired: false, new ActivityReader()),
        ]);

    /// <summary>Reads a flow; none of another class.</summary>
    /// <returns>Null, or what is wrong.</returns>
    public static string? Read(JsonDocumentFields fields, out NetworkFlow? made)
    {
        made = null;
        if (fields.Integer(Class) != NetworkActivity) return null;
        if (fields.Time(out var time, s_time) is { } noTime) return noTime;
        if (fields.Address(out var address, s_address) is { } noAddress) return noAddress;
        if (fields.Port(out var port, s_port) is { } noPort) return noPort;
        made = new(
            time,
            fields.Name(s_host),
            fields.AddressOrNull(s_source),
            fields.Name(s_image),
            fields.Text(s_name) is { } name ? DomainReader.Plain(name) : null,
            address,
            port,
            fields.Text(s_protocol)?.ToLowerInvariant(),
            fields.Integer(s_sent),
            fields.Integer(s_received),
            fields.Integer(s_duration) is { } milliseconds ? MillisecondsReader.SpanOf(milliseconds) : null,
            fields.Integer(s_activity) is { } activity ? ActivityReader.IsAnswered(activity) : null);
        return null;
    }
}
