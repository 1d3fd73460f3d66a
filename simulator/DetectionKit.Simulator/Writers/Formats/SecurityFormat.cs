using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Writers.Winlogbeat;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>The Security log through winlogbeat 6.</summary>
internal sealed class SecurityFormat : TelemetryFormat
{
    public override string Name => "security";

    public override string FileName => "security.ndjson";

    public override string Description => "Security 4688 (process creation with command line) of the Windows hosts, as winlogbeat 6 ships it; no connections";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new SecurityWriter(simulation.Organisation));

    internal override GroundTruthKey? KeyOf(Simulation simulation, GroundTruthKey key) => WindowsNames.KeyOf(simulation.Organisation, key);
}
