namespace DetectionKit.Benchmarks.Measuring;

/// <summary>Contestants that should find the same alerts did not: their figures are void.</summary>
internal sealed class ChecksumException(string message) : Exception(message);
