namespace DetectionKit.Sources.Columns;

/// <summary>What the records of a block give, as a decoder found that knows nothing of the records before them.</summary>
internal sealed class DecodedBlock
{
    /// <summary>The events, in order, a batch each.</summary>
    public List<GatheredRows> Rows { get; } = [];

    /// <summary>Records that give no event, but that must be read in their order, and how many events are before each.</summary>
    public List<(int Record, int EventsBefore)> InOrder { get; } = [];

    /// <summary>What was counted.</summary>
    public IReadOnlyList<(SourceCounter Counter, long Count)> Counts { get; set; } = [];
}
