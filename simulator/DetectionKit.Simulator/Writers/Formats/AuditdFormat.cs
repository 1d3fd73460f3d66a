using DetectionKit.Simulator.Writers.Linux;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>auditd's own file.</summary>
internal sealed class AuditdFormat : TelemetryFormat
{
    public override string Name => "auditd";

    public override string FileName => "audit.log";

    public override string Description => "auditd records of execve (SYSCALL, EXECVE) of the Linux hosts; no connections";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new AuditdWriter());
}
