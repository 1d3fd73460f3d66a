using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Writers.Zeek;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>Zeek's conn.log as JSON lines.</summary>
internal sealed class ZeekJsonFormat : TelemetryFormat
{
    public override string Name => "zeek-json";

    public override string FileName => "conn.json";

    public override string Description => "Zeek conn.log as JSON lines: addresses and ports; no host names, users or processes";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new ZeekConnWriter(simulation, asJson: true));

    internal override GroundTruthKey? KeyOf(Simulation simulation, GroundTruthKey key) => ZeekConnWriter.KeyOf(simulation, key);
}
