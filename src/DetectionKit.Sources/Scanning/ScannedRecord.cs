using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Scanning;

/// <summary>A record in a block.</summary>
/// <param name="Status">Whether it is one, or one that is too long.</param>
/// <param name="Start">Where it begins in the block's bytes.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Line">The line, from 1, on which it begins.</param>
internal record struct ScannedRecord(RecordStatus Status, int Start, int Length, long Line)
{
    /// <summary>Whether its fields were looked for.</summary>
    public bool IsScanned { readonly get; set; }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Fault { readonly get; set; }
}
