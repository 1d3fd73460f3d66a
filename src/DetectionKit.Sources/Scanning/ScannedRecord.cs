using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Scanning;

/// <summary>A record in a block.</summary>
/// <param name="Status">Whether it is one, or one that is too long.</param>
/// <param name="Start">Where it begins in the block's bytes.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Line">The line, from 1, on which it begins.</param>
/// <param name="IsScanned">Whether its fields were looked for.</param>
/// <param name="Fault">What is wrong with it, or null.</param>
internal readonly record struct ScannedRecord(RecordStatus Status, int Start, int Length, long Line, bool IsScanned, string? Fault);
