using System.Net;

namespace DetectionKit.Samples.Tests.RentedServers;

/// <summary>Data that a host sends to an address.</summary>
public sealed record Transfer([property: EventTime] DateTimeOffset Time, string Host, IPAddress Address, long Bytes);
