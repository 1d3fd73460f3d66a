namespace DetectionKit.Engine;

/// <summary>Reads of a pane what the stages after the aggregate read of it.</summary>
internal delegate TValues ThresholdValues<TKey, TState, TFold, TValues>(ref TKey key, KeyColumn[] columns, ref TState state, ref TFold fold, long start, long end);

/// <summary>Says whether a pane with such values passes all stages after the aggregate, and in which tier.</summary>
internal delegate bool Threshold<TValues, TOptions>(TValues values, TOptions options, out AlertTier? tier);
