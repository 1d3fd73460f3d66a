using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Writers.Sysmon;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>Sysmon through winlogbeat 6.</summary>
internal sealed class SysmonFormat : TelemetryFormat
{
    public override string Name => "sysmon";

    public override string FileName => "sysmon.ndjson";

    public override string Description => "Sysmon 1, 3 and 22 of the Windows hosts, as winlogbeat 6 ships them; no Linux hosts, and no process starts from before the simulated period";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new SysmonWriter(simulation.Organisation));

    internal override GroundTruthKey KeyOf(Simulation simulation, GroundTruthKey key)
    {
        if (key.TryGet("host", out var host) && host is not null) key = key.With("host", SysmonWriter.HostOf(simulation.Organisation, host));
        if (key.TryGet("image", out var image) && image is not null) key = key.With("image", SysmonWriter.PathOf(image));
        return key.TryGet("user", out var user) && user is not null ? key.With("user", SysmonWriter.UserOf(simulation.Organisation, user)) : key;
    }
}
