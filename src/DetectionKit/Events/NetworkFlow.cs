using System.Net;

namespace DetectionKit;

/// <summary>One connection, or one request within it, as the network or an endpoint saw it.</summary>
/// <param name="Time">When it began (event time).</param>
/// <param name="Host">The host that began it: its name where telemetry has one, else its address; null when unknown.</param>
/// <param name="SourceAddress">The address that it came from; null where only the endpoint's name is known.</param>
/// <param name="Image">The full path of the process on an endpoint; null when unknown, as on the network.</param>
/// <param name="DestinationName">The name that was called (HTTP Host, TLS server name), lower case; null when unknown.</param>
/// <param name="RemoteAddress">The address called, IPv4 or IPv6. Sources hand an IPv4-mapped IPv6 address over as IPv4.</param>
/// <param name="RemotePort">The port called, 0 to 65,535.</param>
/// <param name="Protocol">tcp, udp or icmp; null when unknown.</param>
/// <param name="BytesSent">Payload bytes from the host; null when unknown.</param>
/// <param name="BytesReceived">Payload bytes to the host; null when unknown.</param>
/// <param name="Duration">How long it lasted; null when unknown.</param>
/// <param name="IsAnswered">Whether the destination took it: false for a reset, a refusal or no answer; null when unknown.</param>
public sealed record NetworkFlow(
    DateTimeOffset Time,
    string? Host,
    IPAddress? SourceAddress,
    string? Image,
    string? DestinationName,
    IPAddress RemoteAddress,
    int RemotePort,
    string? Protocol,
    long? BytesSent,
    long? BytesReceived,
    TimeSpan? Duration,
    bool? IsAnswered);
