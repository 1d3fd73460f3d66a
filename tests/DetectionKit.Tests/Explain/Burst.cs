using System.Net;

namespace DetectionKit.Tests.Explain;

public sealed record Burst(string? Host, IPAddress Address, int Connections, int Ports, BurstTier Tier);

public enum BurstTier
{
    Low = 1,

    [TierLabel("HIGH - few ports")]
    High = 2,
}
