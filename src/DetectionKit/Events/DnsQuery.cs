using System.Net;

namespace DetectionKit;

/// <summary>A name that was asked for.</summary>
/// <param name="Time">When it happened (event time).</param>
/// <param name="Host">The host that asked: its name where telemetry has one, else its address; null when unknown.</param>
/// <param name="Process">What tells the process from others of its host, as in <see cref="ProcessStart"/>; null when unknown.</param>
/// <param name="Image">The full path of the process's executable; null when unknown.</param>
/// <param name="Name">The name, lower case, without a dot at its end.</param>
/// <param name="Server">The server that was asked; null when unknown.</param>
public sealed record DnsQuery(DateTimeOffset Time, string? Host, string? Process, string? Image, string Name, IPAddress? Server);
