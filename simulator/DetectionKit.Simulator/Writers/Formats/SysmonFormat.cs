using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Writers.Sysmon;
using DetectionKit.Simulator.Writers.Winlogbeat;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>Sysmon through winlogbeat 6.</summary>
internal sealed class SysmonFormat : TelemetryFormat
{
    public override string Name => "sysmon";

    public override string FileName => "sysmon.ndjson";

    public override string Description => "Sysmon 1, 3, 11 and 22 of the Windows hosts, as winlogbeat 6 ships them; no Linux hosts, and no process starts from before the simulated period";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new SysmonWriter(simulation.Organisation));

    internal override GroundTruthKey? KeyOf(Simulation simulation, GroundTruthKey key) => WindowsNames.KeyOf(simulation.Organisation, key);
}
