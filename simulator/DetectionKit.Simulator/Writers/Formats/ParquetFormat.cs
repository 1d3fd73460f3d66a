using DetectionKit.Simulator.Writers.Parquet;

namespace DetectionKit.Simulator.Writers.Formats;

/// <summary>Connections in a Parquet file.</summary>
internal sealed class ParquetFormat : TelemetryFormat
{
    public override string Name => "parquet";

    public override string FileName => "connections.parquet";

    public override string Description => "connections as detections see them, a column each, compressed by Snappy; for DuckDB, Spark or pandas";

    internal override TelemetryOutput Open(Simulation simulation, string path) => new ParquetOutput(path);
}
