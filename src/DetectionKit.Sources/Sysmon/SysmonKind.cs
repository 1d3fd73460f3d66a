namespace DetectionKit.Sources.Sysmon;

/// <summary>The kinds of records that are told apart.</summary>
internal enum SysmonKind
{
    Other,
    ProcessStart,
    Connection,
    FileCreated,
    DnsQuery,

    /// <summary>Security's event 4688.</summary>
    AuditedProcessStart,

    /// <summary>PowerShell's event 4104.</summary>
    ScriptBlock,
}
