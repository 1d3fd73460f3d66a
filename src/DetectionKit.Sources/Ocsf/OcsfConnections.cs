using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Mapping;

namespace DetectionKit.Sources.Ocsf;

/// <summary>OCSF's Network Activity as connections of an endpoint: all but what comes in.</summary>
internal static class OcsfConnections
{
    private const string Direction = "connection_info.direction_id";
    private const int Inbound = 1;
    private static readonly string[] s_user = ["actor.user.name", "actor.process.user.name", "actor.user.uid"];
    private static readonly string[] s_commandLine = ["actor.process.cmd_line"];
    private static readonly string[] s_process = ["actor.process.uid", "actor.process.pid"];

    /// <summary>Their documents.</summary>
    public static MappedDocuments<NetworkConnection> Documents { get; } = new(
        Read,
        [OcsfFlows.IsActivity, new IntegerCondition(Direction, Inbound, isWanted: false)],
        [
            .. OcsfFlows.Shared,
            new MappedMember<string?>(nameof(NetworkConnection.User), s_user, isRequired: false),
            new MappedMember<string?>(nameof(NetworkConnection.CommandLine), s_commandLine, isRequired: false),
            new MappedMember<string?>(nameof(NetworkConnection.Process), s_process, isRequired: false),
        ]);

    private static string? Read(JsonDocumentFields fields, out NetworkConnection? made)
    {
        made = null;
        if (fields.Integer(Direction) == Inbound) return null;
        if (OcsfFlows.Read(fields, out var flow) is var fault && flow is null) return fault;
        made = new(flow.Time, flow.Host, fields.Name(s_user), flow.Image, fields.Text(s_commandLine), flow.RemoteAddress, flow.RemotePort) { Process = fields.Text(s_process) };
        return null;
    }
}
