using DetectionKit.Simulator.Writers.Linux;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>The system's log.</summary>
internal sealed class SyslogFormat : TelemetryFormat
{
    public override string Name => "syslog";

    public override string FileName => "syslog.log";

    public override string Description => "the system's log of the Linux hosts, as rsyslog writes it to a file; only what a scenario logs";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new SyslogWriter());
}
