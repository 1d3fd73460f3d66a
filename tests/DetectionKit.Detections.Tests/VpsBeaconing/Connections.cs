using System.Net;

namespace DetectionKit.Detections.Tests;

/// <summary>Connections of one process to one public address, unless said otherwise.</summary>
internal static class Connections
{
    internal const string PowerShell = @"\Device\HarddiskVolume3\Windows\System32\WindowsPowerShell\v1.0\powershell.exe";

    internal static DateTimeOffset Midnight { get; } = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    internal static NetworkConnection At(
        double minutes,
        string? host = "WS-1",
        string? user = @"CORP\ann",
        string? image = PowerShell,
        string? commandLine = "powershell.exe -WindowStyle Hidden",
        string address = "203.0.113.9",
        int port = 443) => new(Midnight.AddMinutes(minutes), host, user, image, commandLine, IPAddress.Parse(address), port);

    /// <summary>So many connections, evenly spread over the minutes from a start.</summary>
    internal static IEnumerable<NetworkConnection> Beacon(int count, double from = 0, double minutes = 59, Func<NetworkConnection, int, NetworkConnection>? with = null) =>
        Enumerable.Range(0, count).Select(i => (with ?? ((c, _) => c))(At(from + (i * minutes / count)), i));
}
