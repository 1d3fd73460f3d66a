namespace DetectionKit.Engine;

/// <summary>All that a group has in one pane.</summary>
internal struct PaneState<TState>
    where TState : struct
{
    internal TState State;
    internal EvidenceChain Evidence;

    /// <summary>The time of the latest event, which is what a group is shed by.</summary>
    internal readonly long LastEvent => Evidence.Last;
}
