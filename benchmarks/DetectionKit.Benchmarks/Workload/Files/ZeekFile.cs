using System.Globalization;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>Zeek's conn log as JSON. It knows addresses, and neither users nor programs.</summary>
internal sealed class ZeekFile(ConnectionRows rows) : ConnectionFile(rows)
{
    protected override void WriteRow(int row)
    {
        var host = Rows.Hosts[row];
        var milliseconds = Milliseconds(row);
        var id = Next();
        WriteLine(
            ("ts", string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000}.{milliseconds % 1000:000}123")),
            ("uid", $"\"C{id:x16}\""),
            ("id.orig_h", $"\"10.{host >> 8}.{host & 255}.17\""),
            ("id.orig_p", (49_152 + (long)(id & 0x3fff)).ToString(CultureInfo.InvariantCulture)),
            ("id.resp_h", Addresses[Rows.Addresses[row]]),
            ("id.resp_p", Rows.Ports[row].ToString(CultureInfo.InvariantCulture)),
            ("proto", "\"tcp\""),
            ("service", "\"ssl\""),
            ("duration", "0.523118"),
            ("orig_bytes", ((long)(id >> 50)).ToString(CultureInfo.InvariantCulture)),
            ("resp_bytes", ((long)(id >> 46)).ToString(CultureInfo.InvariantCulture)),
            ("conn_state", "\"SF\""),
            ("local_orig", "true"),
            ("missed_bytes", "0"),
            ("history", "\"ShADadFf\""),
            ("orig_pkts", "9"),
            ("orig_ip_bytes", "1033"),
            ("resp_pkts", "11"),
            ("resp_ip_bytes", "5210"),
            ("tunnel_parents", "[]"));
    }
}
