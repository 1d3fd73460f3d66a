namespace DetectionKit.Engine;

/// <summary>
/// What a plan makes of the panes of a window stage. Plans that are equal up to their aggregates share the stage, and each follows it: they count once, and
/// differ only in what they make of the counts.
/// </summary>
internal abstract class PaneFollower<TKey, TState, TFold>
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct
{
    /// <summary>The keys of the stage that is followed.</summary>
    internal required KeyColumns<TKey> Keys { get; init; }

    /// <summary>The evidence of the stage that is followed.</summary>
    internal required EvidenceStore Evidence { get; init; }

    internal abstract bool IsEarly { get; }

    /// <summary>The keys whose early alerts may yet be revised.</summary>
    internal abstract IEnumerable<TKey> KeysInUse { get; }

    /// <summary>A pane has closed: its row goes on, unless it was sent early and has not changed since.</summary>
    internal abstract void Close(in TKey key, ref PaneState<TState> pane, ref TFold fold, long start, long end, long anchor, long? at = null);

    /// <summary>A pane has changed: an early alert goes out when it first passes, and when its tier changes.</summary>
    internal abstract void Revise(in TKey key, ref PaneState<TState> pane, ref TFold fold, long start, long end, long anchor);

    /// <summary>Makes the row of a pane; says whether there is one. <see cref="EmitMade"/> sends it on.</summary>
    internal abstract bool TryMake(in TKey key, ref PaneState<TState> pane, ref TFold fold, long start, long end);

    /// <summary>Sends on the row made last.</summary>
    internal abstract void EmitMade(in TKey key, in PaneState<TState> pane, long start, long end, long anchor);

    /// <summary>Sends what was gathered, then says how far the stage has come.</summary>
    internal abstract void Flush(long watermark);
}
