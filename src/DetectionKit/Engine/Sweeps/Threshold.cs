namespace DetectionKit.Engine;

/// <summary>Says whether a pane with such values passes all stages after the aggregate, and in which tier.</summary>
internal delegate bool Threshold<TValues, TOptions>(TValues values, TOptions options, out AlertTier? tier);
