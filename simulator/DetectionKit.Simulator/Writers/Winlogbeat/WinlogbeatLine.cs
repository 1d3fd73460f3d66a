using System.Globalization;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers.Winlogbeat;

/// <summary>A Windows event as winlogbeat 6 ships it: one JSON object a line, values as text, fields that are not there left out, the record's own time in @timestamp (form C of recorded OTRF Security-Datasets).</summary>
internal static class WinlogbeatLine
{
    /// <summary>All up to the first field of the event's own data.</summary>
    public static void Begin(LineBuffer buffer, Organisation organisation, SimulatedEvent simulated, int number, string channel, string provider)
    {
        buffer.Raw("{\"@timestamp\":\""u8).Ascii(simulated.Reported.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).Raw("\""u8);
        buffer.Text("computer_name", WindowsNames.HostOf(organisation, simulated.Process.Host.Name)).Raw(",\"event_id\":"u8).Number((ulong)number);
        buffer.Text("log_name", channel).Text("source_name", provider).Text("type", "wineventlog");
        buffer.Raw(",\"event_data\":{"u8);
    }

    public static void End(LineBuffer buffer) => buffer.Raw("}}\n"u8);
}
