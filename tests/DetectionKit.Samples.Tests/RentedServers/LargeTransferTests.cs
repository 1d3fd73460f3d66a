using System.Net;
using DetectionKit.Networks;

namespace DetectionKit.Samples.Tests.RentedServers;

public sealed class LargeTransferTests
{
    [Theory]
    [InlineData(HostingUse.Annotate, TransferRisk.Low, 2)]
    [InlineData(HostingUse.Raise, TransferRisk.High, 2)]
    [InlineData(HostingUse.Require, TransferRisk.Low, 1)]
    public void Detect_a_transfer_to_a_rented_server_says_so_raises_or_requires_it(HostingUse use, TransferRisk risk, int alerts)
    {
        Transfer[] transfers = [At("104.131.0.69"), At("203.0.113.9")];

        var made = transfers.Detect(new LargeTransfer(), new() { Hosting = use }).Select(alert => alert.Value).ToList();

        made.Count.ShouldBe(alerts);
        made.ShouldContain(new SentAway("ws-1", "DigitalOcean (AS14061), listed 2026-06-17", risk));
        if (alerts == 2) made.ShouldContain(new SentAway("ws-1", null, TransferRisk.Low));
    }

    private static Transfer At(string address) => new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), "ws-1", IPAddress.Parse(address), 5);
}
