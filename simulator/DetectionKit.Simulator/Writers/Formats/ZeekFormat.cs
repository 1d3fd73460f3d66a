using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Writers.Zeek;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>Zeek's conn.log as TSV with its header.</summary>
internal sealed class ZeekFormat : TelemetryFormat
{
    public override string Name => "zeek";

    public override string FileName => "conn.log";

    public override string Description => "Zeek conn.log as TSV with its header: addresses and ports; no host names, users or processes";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new ZeekConnWriter(simulation, asJson: false));

    internal override GroundTruthKey? KeyOf(Simulation simulation, GroundTruthKey key) => ZeekConnWriter.KeyOf(simulation, key);
}
