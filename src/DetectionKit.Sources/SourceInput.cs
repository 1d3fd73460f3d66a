namespace DetectionKit.Sources;

/// <summary>An input of a run and the format it is read in.</summary>
/// <param name="Path">The path as given, or <c>-</c>.</param>
/// <param name="Format">The format's name; null for an input without a record, whose format can't be told and does not matter.</param>
public readonly record struct SourceInput(string Path, string? Format);
