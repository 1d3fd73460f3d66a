using System.Net;

namespace DetectionKit;

/// <summary>One outbound connection attempt of a process on an endpoint.</summary>
/// <param name="Time">When it happened (event time).</param>
/// <param name="Host">The endpoint's name, as its telemetry gives it; null when unknown.</param>
/// <param name="User">The account that the process ran as; null when unknown.</param>
/// <param name="Image">The full path of the executable; null when unknown.</param>
/// <param name="CommandLine">The command line of the process; null when unknown.</param>
/// <param name="RemoteAddress">The address called, IPv4 or IPv6. Sources hand an IPv4-mapped IPv6 address over as IPv4.</param>
/// <param name="RemotePort">The port called, 0 to 65,535.</param>
public sealed record NetworkConnection(
    DateTimeOffset Time,
    string? Host,
    string? User,
    string? Image,
    string? CommandLine,
    IPAddress RemoteAddress,
    int RemotePort)
{
    /// <summary>What tells the process from others of its host, as in <see cref="ProcessStart"/>; null when unknown.</summary>
    public string? Process { get; init; }
}
