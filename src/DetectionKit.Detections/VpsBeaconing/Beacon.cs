using System.Net;

namespace DetectionKit.Detections;

/// <summary>A process that called one public address again and again within a window. The names are the reference query's.</summary>
/// <param name="ComputerName">The host; null when unknown.</param>
/// <param name="UserName">The user; null when unknown.</param>
/// <param name="ImageFileName">The process's image; null when unknown.</param>
/// <param name="CommandLine">Its command line; null when unknown.</param>
/// <param name="RemoteAddressIP4">The address called, IPv4 or IPv6.</param>
/// <param name="ConnectionCount">Connections in the window.</param>
/// <param name="ConnectionsPerMinute">The same a minute of the window, rounded to 2 places, halves away from zero.</param>
/// <param name="UniqueRemotePorts">Distinct remote ports.</param>
/// <param name="BeaconRisk">The tier.</param>
/// <param name="RiskScore">The tier's number, 1 to 4.</param>
/// <param name="Hosting">Who rents the server out, and as of when that is known; null where nobody is known to.</param>
public sealed record Beacon(
    string? ComputerName,
    string? UserName,
    string? ImageFileName,
    string? CommandLine,
    IPAddress RemoteAddressIP4,
    int ConnectionCount,
    double ConnectionsPerMinute,
    int UniqueRemotePorts,
    BeaconRisk BeaconRisk,
    int RiskScore,
    string? Hosting = null);
