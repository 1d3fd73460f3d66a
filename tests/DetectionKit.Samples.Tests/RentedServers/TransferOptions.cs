using DetectionKit.Networks;

namespace DetectionKit.Samples.Tests.RentedServers;

// <snippet options>
public sealed class TransferOptions
{
    public HostingUse Hosting { get; set; }

    public HostingNetworks HostingNetworks { get; set; } = HostingNetworks.Embedded;

    public long LargeBytes { get; set; } = 1_000_000_000;
}
// </snippet>
