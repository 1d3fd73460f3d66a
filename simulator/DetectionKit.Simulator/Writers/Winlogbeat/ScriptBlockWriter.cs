using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers.Winlogbeat;

/// <summary>Event 4104 (a script block) of PowerShell's operational log. The event names no process but in its header, and no user by name.</summary>
internal sealed class ScriptBlockWriter(Organisation organisation) : ITelemetryWriter
{
    public void WriteHost(LineBuffer buffer, Host host)
    {
        // The log has no rows about hosts.
    }

    public void Write(LineBuffer buffer, SimulatedEvent simulated)
    {
        if (simulated is not SimulatedScriptBlock { Process.Host.IsWindows: true } script) return;
        WinlogbeatLine.Begin(buffer, organisation, simulated, 4104, "Microsoft-Windows-PowerShell/Operational", "Microsoft-Windows-PowerShell");
        buffer.Raw("\"MessageNumber\":\"1\",\"MessageTotal\":\"1\""u8).Text("ScriptBlockText", script.Text);
        buffer.Text("ScriptBlockId", new Guid((int)script.Process.Id, (short)(script.Process.Id >> 32), 0x4104, BitConverter.GetBytes(script.Occurred.UtcTicks)).ToString());
        buffer.Raw("},\"process_id\":"u8).Number((ulong)script.Process.OperatingSystemId);
        if (script.Process.Account is { } account) buffer.Raw(",\"user\":{\"name\":\""u8).Ascii(account.Name).Raw("\""u8).Text("identifier", account.Sid).Raw("}"u8);
        buffer.Raw("}\n"u8);
    }
}
