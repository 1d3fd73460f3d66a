namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>CrowdStrike FDR as LogScale exports it.</summary>
internal sealed class FdrFormat : TelemetryFormat
{
    public override string Name => "fdr";

    public override string FileName => SimulationWriter.EventsFileName;

    public override string Description => "CrowdStrike FDR, enriched: every field of host, user and process on each connection and name look-up";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new TelemetryFile(path, new FdrEnrichedWriter(simulation.Organisation));
}
