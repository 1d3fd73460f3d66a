namespace DetectionKit.Engine;

/// <summary>Makes the row of a pane, if it passes what stands between the aggregate and the next stage.</summary>
internal delegate bool PaneEmitter<TKey, TState, TFold, TRow>(ref TKey key, ref TState state, ref TFold fold, long start, long end, out TRow row, out AlertTier? tier);

/// <summary>All that a window operator needs beside its window: the aggregates, the rows made of panes, and where they go.</summary>
internal sealed class PaneContext<TKey, TInput, TState, TFold, TRow>
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct, IFold<TInput, TState>
{
    internal required TFold Fold { get; init; }

    internal required PaneEmitter<TKey, TState, TFold, TRow> Emit { get; init; }

    internal required RowEmitter<TRow> Next { get; init; }

    internal required KeyColumns<TKey> Keys { get; init; }

    internal required KeyPacker<TKey> Pack { get; init; }

    internal required RunSettings Settings { get; init; }

    internal required RunReport Report { get; init; }

    internal required long Lateness { get; init; }

    internal required int Branch { get; init; }

    /// <summary>Where early alerts go; null when alerts are sent at close.</summary>
    internal required IEarlyOutput<TRow>? Early { get; init; }

    internal AlertKey KeyOf(in TKey key) => Keys.KeyOf(key);
}
