using System.Net;
using DetectionKit.Networks;

namespace DetectionKit.Detections.Tests;

/// <summary>What every detection says of a rented server.</summary>
public sealed class HostingTests
{
    private const string Rented = "104.131.0.69", Said = "DigitalOcean (AS14061), listed 2026-06-17";
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly IPAddress s_rented = IPAddress.Parse(Rented);

    [Fact]
    public void Beaconing_says_who_rents_the_server_out() =>
        Calls(12).Detect(new VpsBeaconing()).ShouldHaveSingleItem().Value.Hosting.ShouldBe(Said);

    [Fact]
    public void Beaconing_to_nobodys_server_says_nothing() =>
        Calls(12).Select(call => call with { RemoteAddress = IPAddress.Parse("203.0.113.9") }).Detect(new VpsBeaconing()).ShouldHaveSingleItem().Value.Hosting.ShouldBeNull();

    [Fact]
    public void Regularity_of_a_name_says_who_rents_its_address_out() =>
        Enumerable.Range(0, 288).Select(i => new NetworkFlow(s_start.AddMinutes(i * 5), "WS-1", null, null, "c2.example", s_rented, 443, "tcp", null, null, null, null))
            .Detect(new VpsBeaconRegularity()).ShouldHaveSingleItem().Value.ShouldSatisfyAllConditions(beacon => beacon.Destination.ShouldBe("c2.example"), beacon => beacon.Hosting.ShouldBe(Said));

    [Fact]
    public void Scan_says_who_rents_the_scanner_out() =>
        Enumerable.Range(0, 6).Select(i => new NetworkFlow(s_start.AddSeconds(i), Rented, s_rented, null, null, IPAddress.Parse("198.51.100.1"), 20 + i, "tcp", 0, 0, null, false))
            .Detect(new VpsInboundScan()).ShouldHaveSingleItem().Value.Hosting.ShouldBe(Said);

    [Fact]
    public void Sign_in_from_a_listed_address_needs_no_number_in_the_record() =>
        new[] { new SignInAttempt(s_start, "a@example.com", s_rented, true, 0, null, null, null, null, null, null) }.Detect(new VpsSignin()).ShouldHaveSingleItem().Value.Hosting.ShouldBe(Said);

    [Fact]
    public void Options_under_another_list_are_other_options()
    {
        var embedded = Calls(12).Detect(new VpsBeaconing()).Single().OptionsHash;

        Calls(12).Detect(new VpsBeaconing(), new() { HostingNetworks = HostingNetworks.Embedded }).Single().OptionsHash.ShouldBe(embedded);
        Calls(12).Detect(new VpsBeaconing(), new() { HostingNetworks = HostingNetworks.None }).Single().OptionsHash.ShouldNotBe(embedded);
    }

    private static IEnumerable<NetworkConnection> Calls(int count) => Enumerable.Range(0, count).Select(i => new NetworkConnection(s_start.AddMinutes(i), "WS-1", "u", "/tmp/x", "x", s_rented, 443));
}
