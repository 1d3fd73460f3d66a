namespace DetectionKit.Engine;

/// <summary>The way of rows into a stage: through the stateless stages before it, compiled to one loop over a batch.</summary>
internal abstract class Edge<TRow>
{
    internal abstract Operator Target { get; }

    /// <summary>Reads rows that come this way.</summary>
    internal abstract EventReader Reader { get; }

    internal abstract void OnRows(Rows<TRow> rows);

    internal abstract void OnWatermark(long watermark);
}
