namespace DetectionKit;

/// <summary>A part of an array whose events all lie in a span of time that no other part's do.</summary>
/// <param name="Start">The index of the first event.</param>
/// <param name="End">The index behind the last event.</param>
/// <param name="From">The start of the span, in ticks.</param>
/// <param name="Until">The end of the span, which is no more part of it.</param>
internal readonly record struct TimePartition(int Start, int End, long From, long Until);
