namespace DetectionKit.Simulator;

/// <summary>A process asked for the addresses of a name (DnsRequest).</summary>
public sealed class SimulatedDnsRequest : SimulatedEvent
{
    internal SimulatedDnsRequest()
    {
    }

    /// <summary>The name asked for.</summary>
    public required string DomainName { get; init; }
}
