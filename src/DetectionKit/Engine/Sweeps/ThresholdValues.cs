namespace DetectionKit.Engine;

/// <summary>Reads of a pane what the stages after the aggregate read of it.</summary>
internal delegate TValues ThresholdValues<TKey, TState, TFold, TValues>(ref TKey key, KeyColumn[] columns, ref TState state, ref TFold fold, long start, long end);
