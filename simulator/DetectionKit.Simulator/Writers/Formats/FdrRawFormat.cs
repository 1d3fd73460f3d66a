namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>CrowdStrike FDR as the sensor sends it.</summary>
internal sealed class FdrRawFormat : TelemetryFormat
{
    public override string Name => "fdr-raw";

    public override string FileName => SimulationWriter.RawFileName;

    public override string Description => "CrowdStrike FDR, raw: rows of hosts, users, processes, connections and name look-ups that are to be joined";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new FdrRawWriter(simulation));
}
