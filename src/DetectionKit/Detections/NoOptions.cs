namespace DetectionKit;

/// <summary>The options of a detection that has none.</summary>
public sealed class NoOptions;
