using System.Globalization;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>FDR events as sensors write them: a connection names its process and its agent; hosts, users and processes stand in rows of their own.</summary>
internal sealed class RawFalconFile(ConnectionRows rows) : ProcessFile(rows)
{
    private const string Customer = "\"8f2b1c0d4e5a69788796a5b4c3d2e1f0\"";
    private readonly HashSet<(int Host, int User)> _users = [];

    protected override void Begin()
    {
        for (var host = 0; host < Hosts.Length; host++)
        {
            WriteLine(("aid", Agents[host]), ("cid", Customer), ("ComputerName", Hosts[host]), ("MachineDomain", "\"corp.example.com\""), ("Time", "\"1730419199.5\""), ("AgentVersion", "\"7.18.17106.0\""));
        }
    }

    protected override void WriteProcess(int row, long process)
    {
        var (host, user) = (Rows.Hosts[row], Rows.Users[row]);
        if (_users.Add((host, user)))
        {
            WriteLine(
                ("event_simpleName", "\"UserIdentity\""), ("aid", Agents[host]), ("cid", Customer), ("event_platform", "\"Win\""), ("timestamp", Quoted(Milliseconds(row))),
                ("UserSid", Sid(user)), ("UserName", Users[user]), ("LogonDomain", "\"CORP\""), ("LogonType", "\"2\""));
        }

        WriteLine(
            ("event_simpleName", "\"ProcessRollup2\""), ("ConfigBuild", "\"1007.3.0018905.1\""), ("aid", Agents[host]), ("cid", Customer), ("aip", "\"198.51.100.24\""), ("event_platform", "\"Win\""),
            ("timestamp", Quoted(Milliseconds(row))), ("TargetProcessId", Quoted(process)), ("ParentProcessId", Quoted(process / 2)), ("UserSid", Sid(user)), ("ImageFileName", Images[Rows.Images[row]]),
            ("CommandLine", CommandLines[Rows.CommandLines[row]]), ("SHA256HashData", $"\"{Hex(Rows.Images[row], 32)}\""), ("MD5HashData", $"\"{Hex(Rows.Images[row], 16)}\""),
            ("IntegrityLevel", "\"8192\""), ("ImageSubsystem", "\"2\""), ("Tags", "\"27, 40, 151, 862, 12094627905582\""), ("SessionId", "\"1\""));
    }

    protected override void WriteConnection(int row, long process)
    {
        var host = Rows.Hosts[row];
        var id = Next();
        WriteLine(
            ("event_simpleName", "\"NetworkConnectIP4\""), ("ConfigBuild", "\"1007.3.0018905.1\""), ("name", "\"NetworkConnectIP4V13\""), ("id", $"\"{id:x16}{id:x16}\""), ("aid", Agents[host]), ("cid", Customer),
            ("aip", "\"198.51.100.24\""), ("event_platform", "\"Win\""), ("timestamp", Quoted(Milliseconds(row))), ("ContextProcessId", Quoted(process)), ("ContextThreadId", Quoted((long)(id >> 20))),
            ("ConfigStateHash", "\"3156283401\""), ("Entitlements", "\"15\""), ("InContext", "\"0\""), ("ConnectionFlags", "\"0\""), ("ConnectionDirection", "\"0\""), ("Protocol", "\"6\""),
            ("LocalAddressIP4", $"\"10.{host >> 8}.{host & 255}.17\""), ("LocalPort", Quoted(49_152 + (long)(id & 0x3fff))), ("RemotePort", Quoted(Rows.Ports[row])), ("RemoteAddressIP4", Addresses[Rows.Addresses[row]]));
    }

    private static string Sid(int user) => string.Create(CultureInfo.InvariantCulture, $"\"S-1-5-21-3623811015-3361044348-30300820-{user + 1000}\"");
}
