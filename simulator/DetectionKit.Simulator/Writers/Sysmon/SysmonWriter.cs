using System.Globalization;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers.Sysmon;

/// <summary>
/// Sysmon's events 1 (process start), 3 (connection) and 22 (name look-up) as winlogbeat 6 ships them: one JSON object a line, values as text, fields that are not there left out. Field names and forms are those of
/// recorded events (OTRF Security-Datasets): IPv6 addresses uncompressed, UtcTime without a zone, the record's own time in @timestamp.
/// </summary>
internal sealed class SysmonWriter(Organisation organisation) : ITelemetryWriter
{
    private const string DevicePrefix = @"\Device\HarddiskVolume3\";

    /// <summary>A path as Windows writes it; the sensor of FDR has the device in lieu of the drive.</summary>
    internal static string PathOf(string image) => image.StartsWith(DevicePrefix, StringComparison.OrdinalIgnoreCase) ? @"C:\" + image[DevicePrefix.Length..] : image;

    /// <summary>An account with its domain.</summary>
    internal static string UserOf(Organisation organisation, string user) => IsSystem(user) ? $@"NT AUTHORITY\{user}" : $@"{NetBiosOf(organisation)}\{user}";

    /// <summary>A host by its full name.</summary>
    internal static string HostOf(Organisation organisation, string host) => $"{host}.{organisation.Domain}";

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
                Begin(buffer, simulated, "1");
                ProcessStart(buffer, simulated.Process);
                break;
            case SimulatedConnection connection:
                Begin(buffer, simulated, "3");
                Connection(buffer, connection);
                break;
            case SimulatedDnsRequest request:
                Begin(buffer, simulated, "22");
                buffer.Text("QueryName", request.DomainName).Text("QueryStatus", "0");
                break;
            default:
                return;
        }

        buffer.Raw("}}\n"u8);
    }

    // The accounts that Windows itself has: of the machine, and of its services.
    private static bool IsSystem(string user) => user.EndsWith('$') || user is "SYSTEM" or "LOCAL SERVICE" or "NETWORK SERVICE";

    private static string NetBiosOf(Organisation organisation) => organisation.Domain.Split('.')[0].ToUpperInvariant();

    private void Begin(LineBuffer buffer, SimulatedEvent simulated, string number)
    {
        var process = simulated.Process;
        buffer.Raw("{\"@timestamp\":\""u8).Ascii(simulated.Reported.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).Raw("\""u8);
        buffer.Text("computer_name", HostOf(organisation, process.Host.Name)).Raw(",\"event_id\":"u8).Ascii(number);
        buffer.Text("log_name", "Microsoft-Windows-Sysmon/Operational").Text("source_name", "Microsoft-Windows-Sysmon").Text("type", "wineventlog");
        buffer.Raw(",\"event_data\":{\"UtcTime\":\""u8).Ascii(simulated.Occurred.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)).Raw("\""u8);
        buffer.Text("ProcessGuid", GuidOf(process)).Text("ProcessId", process.OperatingSystemId.ToString(CultureInfo.InvariantCulture));

        // The process of a connection may have ended before Sysmon looked.
        buffer.Text("Image", process.Image is { } image ? PathOf(image) : "<unknown process>");
        if (process.Account is { } account) buffer.Text("User", UserOf(organisation, account.Name));
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
