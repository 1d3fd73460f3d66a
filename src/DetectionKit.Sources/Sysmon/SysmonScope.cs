using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Sysmon;

/// <summary>
/// An object within a record: what its properties mean, and which objects in it are gone into. A shape of a new shipper is added here.
/// </summary>
internal sealed class SysmonScope
{
    private readonly FieldNames _scopes;
    private readonly SysmonScope[] _inner;

    private SysmonScope((string Name, int Field)[] fields, (string Name, SysmonScope Scope)[] scopes)
    {
        Fields = new FieldNames(fields.Length > 0 ? fields : [("", FieldNames.None)]);
        _inner = [.. scopes.Select(s => s.Scope)];
        _scopes = new FieldNames(scopes.Length > 0 ? [.. scopes.Select((s, i) => (s.Name, i))] : [("", FieldNames.None)]);
    }

    /// <summary>The fields that Sysmon itself names.</summary>
    public static SysmonScope Data { get; } = new(DataFields, []);

    /// <summary>The record itself.</summary>
    public static SysmonScope Record { get; } = new(
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
        [("event_data", Data), ("EventData", Data), ("winlog", WinLog), ("Event", Event), ("TimeCreated", new([("value", SysmonField.TimeCreated)], []))]);

    public FieldNames Fields { get; }

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
    private static SysmonScope WinLog => new(
        [
            ("event_id", SysmonField.EventId),
            ("channel", SysmonField.Channel),
            ("provider_name", SysmonField.Provider),
            ("provider_guid", SysmonField.ProviderGuid),
            ("computer_name", SysmonField.ComputerName),
        ],
        [("event_data", Data)]);

    /// <summary>Windows event XML turned into JSON.</summary>
    private static SysmonScope Event => new([], [("System", System), ("EventData", Data)]);

    private static SysmonScope System => new(
        [
            ("EventID", SysmonField.EventId),
            ("Channel", SysmonField.Channel),
            ("Computer", SysmonField.Computer),
        ],
        [
            ("EventID", new([("#text", SysmonField.EventId)], [])),
            ("Provider", Attributes(("Name", SysmonField.Provider), ("Guid", SysmonField.ProviderGuid))),
            ("TimeCreated", Attributes(("SystemTime", SysmonField.TimeCreated))),
        ]);

    /// <summary>The object that a property opens; null when it is passed over.</summary>
    public SysmonScope? Open(ReadOnlySpan<byte> name) => _scopes.Find(name) is var i and >= 0 ? _inner[i] : null;

    private static SysmonScope Attributes(params (string Name, int Field)[] fields) => new(fields, [("#attributes", new(fields, []))]);
}
