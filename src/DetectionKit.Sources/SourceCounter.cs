namespace DetectionKit.Sources;

/// <summary>The counters of a <see cref="SourceReport"/>.</summary>
internal enum SourceCounter
{
    Bytes,
    Lines,
    Events,
    Malformed,
    Skipped,
    NotInitiated,
    Unmatched,
    UnmatchedProcesses,
    UnmatchedHosts,
    UnmatchedUsers,
    Waiting,
    ReleasedEarly,
    EvictedProcesses,
    EvictedUsers,
    EvictedHosts,
    TimeFallbacks,
}
