namespace DetectionKit.Engine;

/// <summary>The expressions of a sequence, under the options in force.</summary>
/// <param name="Within">How long after the first row the second may come, in ticks.</param>
/// <param name="Holds">What both rows must satisfy.</param>
/// <param name="Make">Makes the row; the second is missing where none came.</param>
internal sealed record SequenceCode<TFirst, TNext, TRow>(Func<long> Within, Func<TFirst, TNext, bool> Holds, Func<TFirst, TNext?, TRow> Make);
