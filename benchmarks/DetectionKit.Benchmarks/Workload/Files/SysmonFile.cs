using System.Globalization;

namespace DetectionKit.Benchmarks.Workload.Files;

/// <summary>Sysmon's events 1 and 3 as winlogbeat ships them.</summary>
internal sealed class SysmonFile(ConnectionRows rows) : ProcessFile(rows)
{
    protected override void WriteProcess(int row, long process) => WriteEvent(row, 1, "Process Create (rule: ProcessCreate)", $$"""
        {"ProcessGuid":"{{Guid(process)}}","ProcessId":"{{process % 60_000}}","Image":{{Images[Rows.Images[row]]}},"CommandLine":{{CommandLines[Rows.CommandLines[row]]}},"User":{{Users[Rows.Users[row]]}},"UtcTime":"{{Utc(row)}}","IntegrityLevel":"Medium","ParentImage":"C:\\Windows\\explorer.exe"}
        """);

    protected override void WriteConnection(int row, long process) => WriteEvent(row, 3, "Network connection detected (rule: NetworkConnect)", $$"""
        {"ProcessGuid":"{{Guid(process)}}","ProcessId":"{{process % 60_000}}","Image":{{Images[Rows.Images[row]]}},"User":{{Users[Rows.Users[row]]}},"UtcTime":"{{Utc(row)}}","Protocol":"tcp","Initiated":"true","SourceIsIpv6":"false","SourceIp":"10.1.2.17","SourcePort":"{{49_152 + (Next() & 0x3fff)}}","DestinationIsIpv6":"false","DestinationIp":{{Addresses[Rows.Addresses[row]]}},"DestinationPort":"{{Rows.Ports[row]}}"}
        """);

    private static string Guid(long process) => string.Create(CultureInfo.InvariantCulture, $"{{5f1a2b3c-0000-0000-{process & 0xffff:x4}-{process >> 16:x12}}}");

    private string Utc(int row) => new DateTime(Rows.Times[row], DateTimeKind.Utc).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private void WriteEvent(int row, int id, string task, string data) => WriteLine(
        ("@timestamp", $"\"{Utc(row).Replace(' ', 'T')}Z\""),
        ("winlog", $$"""
            {"channel":"Microsoft-Windows-Sysmon/Operational","provider_name":"Microsoft-Windows-Sysmon","event_id":"{{id}}","record_id":{{Next() >> 40}},"computer_name":{{Hosts[Rows.Hosts[row]]}},"task":"{{task}}","version":5,"event_data":{{data}}}
            """),
        ("host", $$"""{"name":{{Hosts[Rows.Hosts[row]]}}}"""),
        ("agent", "{\"type\":\"winlogbeat\",\"version\":\"7.17.9\"}"));
}
