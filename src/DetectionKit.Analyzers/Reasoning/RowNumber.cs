namespace DetectionKit.Analyzers.Reasoning;

/// <summary>A number of a row.</summary>
/// <param name="Key">What it is called.</param>
/// <param name="IsWhole">Whether it is an integer.</param>
/// <param name="Least">The least that it can be; null for any.</param>
internal sealed record RowNumber(string Key, bool IsWhole, decimal? Least);
