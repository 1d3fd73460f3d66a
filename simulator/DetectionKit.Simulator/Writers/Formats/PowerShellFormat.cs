using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Writers.Winlogbeat;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>PowerShell's log through winlogbeat 6.</summary>
internal sealed class PowerShellFormat : TelemetryFormat
{
    public override string Name => "powershell";

    public override string FileName => "powershell.ndjson";

    public override string Description => "PowerShell 4104 (script blocks) of the Windows hosts, as winlogbeat 6 ships it; no connections";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new ScriptBlockWriter(simulation.Organisation));

    internal override GroundTruthKey? KeyOf(Simulation simulation, GroundTruthKey key) => WindowsNames.KeyOf(simulation.Organisation, key);
}
