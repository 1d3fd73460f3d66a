namespace DetectionKit.Sources.Columns;

/// <summary>What the records of a block give, as a decoder found that knows nothing of the records before them.</summary>
internal sealed class DecodedBlock
{
    /// <summary>The events, in order.</summary>
    public required GatheredRows Rows { get; init; }

    /// <summary>Records that must be decoded in their order, and how many of the events are before each.</summary>
    public required List<(int Record, int EventsBefore)> InOrder { get; init; }

    /// <summary>How many records have been looked at: the others must be decoded in their order.</summary>
    public required int Records { get; init; }

    /// <summary>What was counted.</summary>
    public required IReadOnlyList<(SourceCounter Counter, long Count)> Counts { get; init; }
}
