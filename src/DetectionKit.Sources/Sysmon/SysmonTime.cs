namespace DetectionKit.Sources.Sysmon;

/// <summary>Which of its times is a Sysmon event's time.</summary>
public enum SysmonTime
{
    /// <summary>The record's own: <c>@timestamp</c>, else <c>TimeCreated</c>, else <c>TimeGenerated</c>, else <c>EventTime</c>.</summary>
    Record,

    /// <summary>
    /// <c>UtcTime</c>, as Sysmon's own clock has it: up to days behind on machines that were suspended. Where it is missing or unusable the
    /// record's time is taken, and the report counts it.
    /// </summary>
    UtcTime,
}
