namespace DetectionKit.Engine;

/// <summary>All that a window operator needs beside its window.</summary>
internal sealed class PaneContext<TKey, TInput, TState, TFold>
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct, IFold<TInput, TState>
{
    internal required TFold Fold { get; init; }

    internal required KeyColumns<TKey> Keys { get; init; }

    internal required KeyPacker<TKey> Pack { get; init; }

    internal required RunSettings Settings { get; init; }

    internal required RunReport Report { get; init; }

    internal required long Lateness { get; init; }

    internal AlertKey KeyOf(in TKey key) => Keys.KeyOf(key);
}
