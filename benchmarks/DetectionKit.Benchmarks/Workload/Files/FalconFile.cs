using System.Globalization;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>Enriched FDR events, some 885 bytes a line.</summary>
internal sealed class FalconFile(ConnectionRows rows) : ConnectionFile(rows)
{
    protected override void WriteRow(int row)
    {
        var host = Rows.Hosts[row];
        var milliseconds = Milliseconds(row);
        var id = Next();
        WriteLine(
            ("event_simpleName", "\"NetworkConnectIP4\""),
            ("ConfigBuild", "\"1007.3.0018905.1\""),
            ("name", "\"NetworkConnectIP4V13\""),
            ("id", $"\"{new Guid((uint)id, (ushort)(id >> 32), (ushort)(id >> 48), 0x8f, 0x31, 0x02, 0x42, 0xac, 0x11, 0x00, 0x02)}\""),
            ("aid", Agents[host]),
            ("cid", "\"8f2b1c0d4e5a69788796a5b4c3d2e1f0\""),
            ("aip", "\"198.51.100.24\""),
            ("event_platform", "\"Win\""),
            ("timestamp", Quoted(milliseconds)),
            ("ContextTimeStamp", string.Create(CultureInfo.InvariantCulture, $"\"{milliseconds / 1000}.{milliseconds % 1000:000}\"")),
            ("ContextProcessId", Quoted((long)(id >> 12))),
            ("ConfigStateHash", "\"3156283401\""),
            ("Entitlements", "\"15\""),
            ("InContext", "\"0\""),
            ("ConnectionFlags", "\"0\""),
            ("ConnectionDirection", "\"0\""),
            ("Protocol", "\"6\""),
            ("LocalAddressIP4", $"\"10.{host >> 8}.{host & 255}.17\""),
            ("LocalPort", Quoted(49_152 + (long)(id & 0x3fff))),
            ("RemotePort", Quoted(Rows.Ports[row])),
            ("RemoteAddressIP4", Addresses[Rows.Addresses[row]]),
            ("ComputerName", Hosts[host]),
            ("UserName", Users[Rows.Users[row]]),
            ("ImageFileName", Images[Rows.Images[row]]),
            ("CommandLine", CommandLines[Rows.CommandLines[row]]),
            ("MachineDomain", "\"corp.example.com\""));
    }
}
