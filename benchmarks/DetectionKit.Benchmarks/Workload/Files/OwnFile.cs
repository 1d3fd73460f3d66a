using System.Globalization;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>Connections as <see cref="OwnConnection"/> has them, about as many bytes a line as <see cref="FalconFile"/>.</summary>
internal sealed class OwnFile(ConnectionRows rows) : ConnectionFile(rows)
{
    protected override void WriteRow(int row)
    {
        var host = Rows.Hosts[row];
        var id = Next();
        WriteLine(
            ("event", "\"connection\""),
            ("version", "3"),
            ("id", $"\"{id:x16}{id:x16}\""),
            ("At", $"\"{new DateTimeOffset(Rows.Times[row], TimeSpan.Zero):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\""),
            ("tenant", "\"8f2b1c0d4e5a69788796a5b4c3d2e1f0\""),
            ("device_id", Agents[host]),
            ("device_name", Hosts[host]),
            ("device_os", "{\"name\":\"Windows\",\"build\":22631,\"edition\":\"Enterprise\"}"),
            ("account", Users[Rows.Users[row]]),
            ("account_domain", "\"corp.example.com\""),
            ("process_id", (id >> 48).ToString(CultureInfo.InvariantCulture)),
            ("process_path", Images[Rows.Images[row]]),
            ("process_command_line", CommandLines[Rows.CommandLines[row]]),
            ("process_integrity", "\"medium\""),
            ("protocol", "\"tcp\""),
            ("local_ip", $"\"10.{host >> 8}.{host & 255}.17\""),
            ("local_port", (49_152 + (long)(id & 0x3fff)).ToString(CultureInfo.InvariantCulture)),
            ("remote_ip", Addresses[Rows.Addresses[row]]),
            ("remote_port", Rows.Ports[row].ToString(CultureInfo.InvariantCulture)),
            ("bytes_sent", ((long)(id >> 40)).ToString(CultureInfo.InvariantCulture)),
            ("bytes_received", ((long)(id >> 36)).ToString(CultureInfo.InvariantCulture)),
            ("duration_ms", "12.5"),
            ("is_blocked", "false"),
            ("policy", "null"),
            ("tags", "[\"edr\",\"outbound\"]"),
            ("sensor", "{\"version\":\"7.18.17106.0\",\"channel\":\"stable\",\"host\":\"collector-04.corp.example.com\"}"));
    }
}
