using System.Globalization;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers.Winlogbeat;

/// <summary>Event 4688 (a process was created) of the Security log, with the command line, whose auditing is switched on by policy. Ids are hexadecimal, as Windows writes them.</summary>
internal sealed class SecurityWriter(Organisation organisation) : ITelemetryWriter
{
    public void WriteHost(LineBuffer buffer, Host host)
    {
        // The log has no rows about hosts.
    }

    public void Write(LineBuffer buffer, SimulatedEvent simulated)
    {
        var process = simulated.Process;
        if (simulated is not SimulatedProcessStart || process is not { Host.IsWindows: true, IsSynthetic: false, Image: { } image }) return;
        WinlogbeatLine.Begin(buffer, organisation, simulated, 4688, "Security", "Microsoft-Windows-Security-Auditing");
        buffer.Raw("\"NewProcessId\":\""u8).Ascii(string.Create(CultureInfo.InvariantCulture, $"0x{process.OperatingSystemId:x}")).Raw("\""u8);
        buffer.Text("NewProcessName", WindowsNames.PathOf(image)).Text("ParentProcessName", @"C:\Windows\" + process.ParentName).Text("TokenElevationType", "%%1938");
        if (process.Account is { } account) buffer.Text("SubjectUserName", account.Name).Text("SubjectDomainName", WindowsNames.DomainOf(organisation, account.Name)).Text("SubjectUserSid", account.Sid);
        if (process.CommandLine is { } line) buffer.Text("CommandLine", line);
        WinlogbeatLine.End(buffer);
    }
}
