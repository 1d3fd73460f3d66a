using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Sysmon;

/// <summary>What the properties of a Windows event mean, and which objects in it are gone into. A shape of a new shipper is added here.</summary>
internal static class SysmonScope
{
    /// <summary>The fields that Sysmon itself names.</summary>
    public static FieldScope Data { get; } = new(DataFields);

    /// <summary>The record itself.</summary>
    public static FieldScope Record { get; } = new(
        [
            .. DataFields,
            ("EventID", SysmonField.EventId),
            ("event_id", SysmonField.EventId),
            ("Channel", SysmonField.Channel),
            ("log_name", SysmonField.Channel),
            ("SourceName", SysmonField.Provider),
            ("source_name", SysmonField.Provider),
            ("Provider", SysmonField.Provider),
            ("ProviderName", SysmonField.Provider),
            ("ProviderGuid", SysmonField.ProviderGuid),
            ("provider_guid", SysmonField.ProviderGuid),
            ("Hostname", SysmonField.Hostname),
            ("computer_name", SysmonField.ComputerName),
            ("Computer", SysmonField.Computer),
            ("@timestamp", SysmonField.Timestamp),
            ("TimeCreated", SysmonField.TimeCreated),
            ("TimeGenerated", SysmonField.TimeGenerated),
            ("EventTime", SysmonField.EventTime),
            ("EventData", SysmonField.EventData),
            ("SyslogMessage", SysmonField.SyslogMessage),
            ("AccountName", SysmonField.AccountName),
            ("Message", SysmonField.Message),
            ("Domain", SysmonField.AccountDomain),
            ("Id", SysmonField.EventId),
            ("LogName", SysmonField.Channel),
            ("MachineName", SysmonField.Computer),
            ("EventSourceName", SysmonField.Provider),
        ],
        [("event_data", Data), ("EventData", Data), ("winlog", WinLog), ("Event", Event), ("TimeCreated", new(("value", SysmonField.TimeCreated)))]);

    private static (string Name, int Field)[] DataFields =>
    [
        ("UtcTime", SysmonField.UtcTime),
        ("ProcessGuid", SysmonField.ProcessGuid),
        ("Image", SysmonField.Image),
        ("User", SysmonField.User),
        ("CommandLine", SysmonField.CommandLine),
        ("DestinationIp", SysmonField.DestinationIp),
        ("DestinationPort", SysmonField.DestinationPort),
        ("Initiated", SysmonField.Initiated),
        ("ProcessId", SysmonField.ProcessId),
        ("NewProcessId", SysmonField.NewProcessId),
        ("NewProcessName", SysmonField.NewProcessName),
        ("ParentImage", SysmonField.ParentImage),
        ("ParentProcessName", SysmonField.ParentProcessName),
        ("SubjectUserName", SysmonField.SubjectUser),
        ("SubjectDomainName", SysmonField.SubjectDomain),
        ("TargetUserName", SysmonField.TargetUser),
        ("TargetDomainName", SysmonField.TargetDomain),
        ("TargetFilename", SysmonField.TargetFilename),
        ("QueryName", SysmonField.QueryName),
        ("ScriptBlockText", SysmonField.ScriptBlockText),
        ("ScriptBlockId", SysmonField.ScriptBlockId),
        ("MessageNumber", SysmonField.MessageNumber),
        ("MessageTotal", SysmonField.MessageTotal),
    ];

    /// <summary>winlogbeat since 7.</summary>
    private static FieldScope WinLog => new(
        [
            ("event_id", SysmonField.EventId),
            ("channel", SysmonField.Channel),
            ("provider_name", SysmonField.Provider),
            ("provider_guid", SysmonField.ProviderGuid),
            ("computer_name", SysmonField.ComputerName),
        ],
        [("event_data", Data)]);

    /// <summary>Windows event XML turned into JSON.</summary>
    private static FieldScope Event => new([], [("System", System), ("EventData", Data)]);

    private static FieldScope System => new(
        [
            ("EventID", SysmonField.EventId),
            ("Channel", SysmonField.Channel),
            ("Computer", SysmonField.Computer),
        ],
        [
            ("EventID", new(("#text", SysmonField.EventId))),
            ("Provider", Attributes(("Name", SysmonField.Provider), ("Guid", SysmonField.ProviderGuid))),
            ("TimeCreated", Attributes(("SystemTime", SysmonField.TimeCreated))),
        ]);

    private static FieldScope Attributes(params (string Name, int Field)[] fields) => new(fields, [("#attributes", new(fields))]);
}
