namespace DetectionKit.Engine;

/// <summary>A batch on its way through a compiled loop: the rows, their times, the watermark at each, and where they come from.</summary>
internal abstract class Rows
{
    /// <summary>The time of a row that is not to be read.</summary>
    internal const long SetAside = long.MinValue;

    // Fields, not properties: compiled loops read and write them. A loop runs to Until, the end of a block.
    public int Row;
    public int Count;
    public int Until;
    public long[] Times = [];

    /// <summary>The watermark when each row came, or null where <see cref="Watermark"/> holds for all.</summary>
    internal long[]? Watermarks { get; set; }

    internal long Watermark { get; set; } = long.MinValue;

    /// <summary>What stands behind each row that a stage made; null for events as they came.</summary>
    internal RowOrigin[]? Origins { get; set; }

    /// <summary>The first row to be read: a batch may be read in pieces.</summary>
    internal int From { get; set; }

    /// <summary>The edge from a source that the rows are on, counted from 0.</summary>
    internal int SourceEdge { get; set; }

    internal required EventReader Reader { get; init; }

    internal long Time => Times[Row];

    internal long WatermarkHere => Watermarks is null ? Watermark : Watermarks[Row];

    internal RowOrigin? Origin => Origins?[Row];

    /// <summary>What filters have said of the values of dictionary columns, on the edge that the rows are on.</summary>
    public VerdictTables? Verdicts { get; set; }

    /// <summary>The batch, where evidence may keep it rather than the current row's event.</summary>
    internal abstract IKeptBatch? Kept { get; }

    /// <summary>The event of the current row.</summary>
    internal abstract object? Event { get; }

    internal abstract EventPosition? Position { get; }
}
