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
    public const int Count = 21;
}
