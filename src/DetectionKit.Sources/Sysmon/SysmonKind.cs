namespace DetectionKit.Sources.Sysmon;

/// <summary>The kinds of records that are told apart.</summary>
internal enum SysmonKind
{
    Other,
    ProcessStart,
    Connection,
}
