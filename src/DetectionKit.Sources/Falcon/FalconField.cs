using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Falcon;

/// <summary>The FDR fields that are read, out of some hundred.</summary>
internal static class FalconField
{
    public const int EventName = 0;
    public const int Timestamp = 1;
    public const int ContextTimeStamp = 2;
    public const int ComputerName = 3;
    public const int UserName = 4;
    public const int ImageFileName = 5;
    public const int CommandLine = 6;
    public const int RemoteAddressIP4 = 7;
    public const int RemoteAddressIP6 = 8;
    public const int RemotePort = 9;
    public const int AgentId = 10;
    public const int ContextProcessId = 11;
    public const int TargetProcessId = 12;
    public const int UserSid = 13;
    public const int UserId = 14;
    public const int UserPrincipal = 15;
    public const int Platform = 16;
    public const int Time = 17;
    public const int CustomerId = 18;
    public const int AgentAddress = 19;
    public const int ParentName = 20;
    public const int Count = 21;

    /// <summary>By the names of FDR; a LogScale export writes its tags with a # before.</summary>
    public static FieldScope Scope { get; } = new(
        ("event_simpleName", EventName),
        ("#event_simpleName", EventName),
        ("timestamp", Timestamp),
        ("ContextTimeStamp", ContextTimeStamp),
        ("ComputerName", ComputerName),
        ("UserName", UserName),
        ("ImageFileName", ImageFileName),
        ("CommandLine", CommandLine),
        ("RemoteAddressIP4", RemoteAddressIP4),
        ("RemoteAddressIP6", RemoteAddressIP6),
        ("RemotePort", RemotePort),
        ("aid", AgentId),
        ("ContextProcessId", ContextProcessId),
        ("TargetProcessId", TargetProcessId),
        ("UserSid", UserSid),
        ("UID", UserId),
        ("UserPrincipal", UserPrincipal),
        ("event_platform", Platform),
        ("Time", Time),
        ("cid", CustomerId),
        ("aip", AgentAddress),
        ("ParentBaseFileName", ParentName));
}
