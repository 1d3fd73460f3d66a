namespace DetectionKit.Sources.Tests.Falcon;

/// <summary>FDR lines as sensors write them, shortened.</summary>
internal static class FalconLines
{
    public const long Start = 1_700_000_000_000;

    public static string Connection(string aid, ulong process, string address = "203.0.113.5", long time = Start, string more = "") =>
        $$"""{"event_simpleName":"NetworkConnectIP4","aid":"{{aid}}","ContextProcessId":"{{process}}","RemoteAddressIP4":"{{address}}","RemotePort":"443","timestamp":"{{time}}"{{more}}}""";

    public static string Process(string aid, ulong process, string image = "a.exe", string commandLine = "a.exe -x", string user = "S-1", long time = Start, string more = "") =>
        $$"""{"event_simpleName":"ProcessRollup2","aid":"{{aid}}","TargetProcessId":"{{process}}","ImageFileName":"{{image}}","CommandLine":"{{commandLine}}","UserSid":"{{user}}","timestamp":"{{time}}","event_platform":"Win"{{more}}}""";

    public static string User(string aid, string sid, string name, long time = Start) =>
        $$"""{"event_simpleName":"UserIdentity","aid":"{{aid}}","UserSid":"{{sid}}","UserName":"{{name}}","timestamp":"{{time}}","event_platform":"Win"}""";

    public static string Agent(string aid, string host, string time = "1700000000.1") =>
        $$"""{"aid":"{{aid}}","cid":"c","ComputerName":"{{host}}","Time":"{{time}}"}""";

    public static string Enriched(string fields) => $$"""{"event_simpleName":"NetworkConnectIP4",{{fields}}}""";
}
