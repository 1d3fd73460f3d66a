namespace DetectionKit.Sources.Tests.Reading;

/// <summary>What a detection reads of connections that begins with conditions on single members, one after another.</summary>
internal static class FilteredReads
{
    public static EventReads<NetworkConnection> Of { get; } = Detection.Define("reads", (Events<NetworkConnection> events) => events
        .Where(c => c.RemoteAddress.ToString() != "10.0.0.1")
        .Where(c => c.Image != "b.exe")
        .Where(c => c.CommandLine != "c \"2\"")
        .GroupBy(c => new { c.Host, c.User, c.RemoteAddress })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Connections = g.Count(), Ports = g.CountDistinct(c => c.RemotePort) })
        .Select(g => new Talk(g.Key.Host, g.Connections, g.Ports))).ReadsOf<NetworkConnection>();

    /// <summary>What is read of a connection: of one that fails a condition, the time alone.</summary>
    public static string Shown(NetworkConnection c) => c.RemoteAddress.ToString() == "10.0.0.1" || c.Image == "b.exe" || c.CommandLine == "c \"2\""
        ? $"{c.Time}"
        : $"{c.Time} {c.Host} {c.User} {c.Image} {c.CommandLine} {c.RemoteAddress} {c.RemotePort}";

    private sealed record Talk(string? Host, int Connections, int Ports);
}
