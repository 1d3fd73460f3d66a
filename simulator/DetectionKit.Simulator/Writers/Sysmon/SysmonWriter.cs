using System.Globalization;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Writers.Winlogbeat;

namespace DetectionKit.Simulator.Writers.Sysmon;

/// <summary>Sysmon's events 1 (process start), 3 (connection), 11 (file created) and 22 (name look-up). IPv6 addresses are uncompressed, and UtcTime has no zone, as recorded events have it.</summary>
internal sealed class SysmonWriter(Organisation organisation) : ITelemetryWriter
{
    public void WriteHost(LineBuffer buffer, Host host)
    {
        // Sysmon has no rows about hosts.
    }

    public void Write(LineBuffer buffer, SimulatedEvent simulated)
    {
        if (!simulated.Process.Host.IsWindows) return;
        switch (simulated)
        {
            case SimulatedProcessStart { Process: { Image: not null, IsSynthetic: false } }:
                Begin(buffer, simulated, 1);
                ProcessStart(buffer, simulated.Process);
                break;
            case SimulatedConnection connection:
                Begin(buffer, simulated, 3);
                Connection(buffer, connection);
                break;
            case SimulatedFileCreation file:
                Begin(buffer, simulated, 11);
                buffer.Text("TargetFilename", file.Path).Text("CreationUtcTime", UtcTime(file.Occurred));
                break;
            case SimulatedDnsRequest request:
                Begin(buffer, simulated, 22);
                buffer.Text("QueryName", request.DomainName).Text("QueryStatus", "0");
                break;
            default:
                return;
        }

        WinlogbeatLine.End(buffer);
    }

    private static string UtcTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private void Begin(LineBuffer buffer, SimulatedEvent simulated, int number)
    {
        var process = simulated.Process;
        WinlogbeatLine.Begin(buffer, organisation, simulated, number, "Microsoft-Windows-Sysmon/Operational", "Microsoft-Windows-Sysmon");
        buffer.Raw("\"UtcTime\":\""u8).Ascii(UtcTime(simulated.Occurred)).Raw("\""u8);
        buffer.Text("ProcessGuid", GuidOf(process)).Text("ProcessId", process.OperatingSystemId.ToString(CultureInfo.InvariantCulture));

        // The process of a connection may have ended before Sysmon looked.
        buffer.Text("Image", process.Image is { } image ? WindowsNames.PathOf(image) : "<unknown process>");
        if (process.Account is { } account) buffer.Text("User", WindowsNames.UserOf(organisation, account.Name));
    }

    private static void ProcessStart(LineBuffer buffer, SimulatedProcess process)
    {
        if (process.CommandLine is { } line) buffer.Text("CommandLine", line);
        buffer.Text("CurrentDirectory", @"C:\Windows\system32\").Text("IntegrityLevel", "Medium").Text("ParentImage", @"C:\Windows\" + process.ParentName);
    }

    private static void Connection(LineBuffer buffer, SimulatedConnection connection)
    {
        var host = connection.Process.Host;
        var isIpv6 = connection.RemoteAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
        var flag = isIpv6 ? "true" : "false";
        buffer.Text("Protocol", connection.Protocol == 17 ? "udp" : "tcp").Text("Initiated", "true").Text("SourceIsIpv6", flag);
        buffer.Text("SourceIp", isIpv6 ? host.LocalAddress6 ?? "0:0:0:0:0:0:0:1" : host.LocalAddress).Text("SourceHostname", $"{host.Name}").Text("SourcePort", connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        buffer.Text("DestinationIsIpv6", flag).Raw(",\"DestinationIp\":\""u8).Address(connection.RemoteAddress).Raw("\""u8).Text("DestinationPort", connection.RemotePort.ToString(CultureInfo.InvariantCulture));
    }

    // The sensor's id of a process stands in for Sysmon's, which is made of the machine, the start and a counter.
    private static string GuidOf(SimulatedProcess process) =>
        string.Create(CultureInfo.InvariantCulture, $"{{{process.Host.Index:x8}-{(process.Id >> 48) & 0xFFFF:x4}-{(process.Id >> 32) & 0xFFFF:x4}-{(process.Id >> 16) & 0xFFFF:x4}-{process.Id & 0xFFFF:x12}}}");
}
