using System.Globalization;
using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Writers.Linux;

/// <summary>The system's log of Linux hosts, as rsyslog's RSYSLOG_FileFormat writes it: the time with its zone, the host, the program with its process id, the message.</summary>
internal sealed class SyslogWriter : ITelemetryWriter
{
    public void WriteHost(LineBuffer buffer, Host host)
    {
        // A log has no rows about hosts.
    }

    public void Write(LineBuffer buffer, SimulatedEvent simulated)
    {
        if (simulated is not SimulatedLogMessage { Process.Host.IsWindows: false } log) return;
        var message = log.Message.ReplaceLineEndings(" ");
        buffer.Utf8(string.Create(
            CultureInfo.InvariantCulture, $"{log.Occurred.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff}+00:00 {log.Process.Host.Name} {log.Program}[{log.Process.OperatingSystemId}]: {message}\n"));
    }
}
