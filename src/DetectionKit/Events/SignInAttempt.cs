using System.Net;

namespace DetectionKit;

/// <summary>An attempt to sign in to a service.</summary>
/// <param name="Time">When it happened (event time).</param>
/// <param name="User">The account, as its name is written; null when unknown.</param>
/// <param name="RemoteAddress">The address that it came from, IPv4 or IPv6.</param>
/// <param name="IsSuccess">Whether it succeeded.</param>
/// <param name="ErrorCode">What the service gave as the reason of a failure, 0 for none; null when unknown.</param>
/// <param name="Application">What was signed in to; null when unknown.</param>
/// <param name="Client">What was signed in with; null when unknown.</param>
/// <param name="Country">The country that the service takes the address to be in, as two letters; null when unknown.</param>
/// <param name="Latitude">Degrees north, -90 to 90; null when unknown.</param>
/// <param name="Longitude">Degrees east, -180 to 180; null when unknown.</param>
/// <param name="AutonomousSystem">The number of the autonomous system that the address belongs to; null when unknown.</param>
public sealed record SignInAttempt(
    DateTimeOffset Time,
    string? User,
    IPAddress RemoteAddress,
    bool IsSuccess,
    int? ErrorCode,
    string? Application,
    string? Client,
    string? Country,
    double? Latitude,
    double? Longitude,
    long? AutonomousSystem);
