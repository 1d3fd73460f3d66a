namespace DetectionKit.Sources.Sysmon;

/// <summary>The fields of a Windows event that are read, by what they mean: shippers differ in what they call them and where they put them.</summary>
internal static class SysmonField
{
    public const int EventId = 0;
    public const int Channel = 1;
    public const int Provider = 2;
    public const int ProviderGuid = 3;
    public const int Hostname = 4;
    public const int ComputerName = 5;
    public const int Computer = 6;
    public const int Timestamp = 7;
    public const int TimeCreated = 8;
    public const int TimeGenerated = 9;
    public const int EventTime = 10;
    public const int UtcTime = 11;
    public const int ProcessGuid = 12;
    public const int Image = 13;
    public const int User = 14;
    public const int CommandLine = 15;
    public const int DestinationIp = 16;
    public const int DestinationPort = 17;
    public const int Initiated = 18;

    /// <summary>Event data as one text: JSON in a string (Sentinel's WindowsEvent), or XML.</summary>
    public const int EventData = 19;

    /// <summary>A whole event as XML (Sysmon for Linux through syslog).</summary>
    public const int SyslogMessage = 20;
    public const int ProcessId = 21;
    public const int NewProcessId = 22;
    public const int NewProcessName = 23;
    public const int ParentImage = 24;
    public const int ParentProcessName = 25;
    public const int SubjectUser = 26;
    public const int SubjectDomain = 27;
    public const int TargetUser = 28;
    public const int TargetDomain = 29;
    public const int TargetFilename = 30;
    public const int QueryName = 31;
    public const int ScriptBlockText = 32;
    public const int ScriptBlockId = 33;
    public const int MessageNumber = 34;
    public const int MessageTotal = 35;

    /// <summary>The account of a record that names none in its data: that of who logged it, in a script's case who ran it.</summary>
    public const int AccountName = 36;
    public const int AccountDomain = 37;

    /// <summary>The event as Windows renders it for people.</summary>
    public const int Message = 38;
    public const int Count = 39;
}
