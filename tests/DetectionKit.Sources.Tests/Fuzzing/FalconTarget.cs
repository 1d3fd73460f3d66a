using System.Text;
using static DetectionKit.Sources.Tests.Falcon.FalconLines;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>Falcon's records: complete connections, and raw ones with what they join.</summary>
internal sealed class FalconTarget() : ConnectionsTarget("falcon")
{
    private static readonly string s_complete = Enriched($""" "timestamp":"{Start}","ContextTimeStamp":"1700000000.5","RemotePort":"443","RemoteAddressIP4":"9.9.9.9","ComputerName":"H","UserName":"u","ImageFileName":"\u0061.exe","CommandLine":"c \"2\"","ContextProcessId":7 """);

    private static readonly string[] s_raw = [Agent("A", "H"), User("A", "S-1", "u"), Process("A", 1), Connection("A", 1), Process("A", 2, image: "b.exe", time: Start + 1_000), Connection("A", 2, "10.0.0.1", Start + 90_000)];

    /// <summary>Files to begin with.</summary>
    public static IEnumerable<byte[]> Logs { get; } =
    [
        Encoding.UTF8.GetBytes($"{s_complete}\n{s_complete.Replace("9.9.9.9", "10.0.0.1", StringComparison.Ordinal)}\n{s_complete.Replace("443", "80", StringComparison.Ordinal)}\n"),
        Encoding.UTF8.GetBytes(string.Join('\n', s_raw)),
        Encoding.UTF8.GetBytes(string.Join("\r\n", s_raw.Reverse().Append(s_complete).Append("{"))),
        Encoding.UTF8.GetBytes($"[{string.Join(",\n", s_raw)},\n{s_complete}]"),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<byte[]> Files => Logs;
}
