using DetectionKit.Networks;

namespace DetectionKit.Samples.Tests.RentedServers;

// <snippet detection>
[Detection("large-transfer", Title = "Data sent away")]
public sealed class LargeTransfer : Detection<Transfer, SentAway, TransferOptions>
{
    public override DetectionQuery<SentAway> Define(Events<Transfer> transfers, TransferOptions o) => transfers
        .Where(t => o.Hosting != HostingUse.Require || o.HostingNetworks.Contains(t.Address))
        .Tier(TransferRisk.High, t => t.Bytes >= o.LargeBytes)
        .Otherwise(TransferRisk.Low)
        .RaiseWhen(t => o.Hosting == HostingUse.Raise && o.HostingNetworks.Contains(t.Address))
        .Select((t, risk) => new SentAway(t.Host, o.HostingNetworks.Describe(t.Address), risk));
}
// </snippet>
