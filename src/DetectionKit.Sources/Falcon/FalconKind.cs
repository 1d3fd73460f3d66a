namespace DetectionKit.Sources.Falcon;

/// <summary>The kinds of FDR records that are told apart.</summary>
internal enum FalconKind
{
    Other,
    ConnectionIP4,
    ConnectionIP6,
    ProcessStart,
    UserIdentity,

    /// <summary>A row of aidmaster, which has no <c>event_simpleName</c>.</summary>
    AgentRow,
}
