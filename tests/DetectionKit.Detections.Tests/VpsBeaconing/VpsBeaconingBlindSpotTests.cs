namespace DetectionKit.Detections.Tests;

/// <summary>What the detection is known not to see, and what would see it: a change of either is a change of its meaning.</summary>
public sealed class VpsBeaconingBlindSpotTests
{
    private static readonly VpsBeaconing s_detection = new();

    [Fact]
    public void Stays_silent_when_connections_lie_astride_the_hour()
    {
        var events = Connections.Beacon(11, from: 45, minutes: 14).Concat(Connections.Beacon(11, from: 60, minutes: 14)).ToList();

        events.Detect(s_detection).ShouldBeEmpty();
        events.Detect(Detection.Define<NetworkConnection, int>("sliding", e => e
            .GroupBy(c => new { c.Host, c.RemoteAddress }).Window(w => w.Sliding(TimeSpan.FromHours(1))).Aggregate(w => w.Count()).Where(n => n >= 12))).ShouldHaveSingleItem();
        events.Detect(Detection.Define<NetworkConnection, int>("hopping", e => e
            .GroupBy(c => new { c.Host, c.RemoteAddress }).Window(w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(30))).Aggregate(w => w.Count()).Where(n => n >= 12))).ShouldHaveSingleItem();
    }

    /// <summary>Twelve events span eleven periods, so above 60 / 11 minutes (5 min 27 s) no hour holds twelve; between 5 minutes and that some do.</summary>
    [Theory]
    [InlineData(5.0, 24)]
    [InlineData(5.46, 0)]
    [InlineData(6.0, 0)]
    public void Stays_silent_when_the_period_is_over_five_and_a_half_minutes(double minutes, int alerts) =>
        Enumerable.Range(0, (int)(24 * 60 / minutes)).Select(i => Connections.At(i * minutes)).Detect(s_detection).Count().ShouldBe(alerts);

    [Fact]
    public void Stays_silent_when_one_connection_is_kept_open() => Enumerable.Range(0, 24).Select(i => Connections.At(i * 60)).Detect(s_detection).ShouldBeEmpty();

    [Fact]
    public void Fires_when_a_benign_poller_is_as_frequent()
    {
        var poller = Connections.Beacon(20, with: (c, _) => c with { Host = "DC-1", User = @"NT AUTHORITY\SYSTEM", Image = @"C:\Windows\System32\dns.exe", CommandLine = null, RemotePort = 53 });

        poller.Detect(s_detection).ShouldHaveSingleItem().Value.BeaconRisk.ShouldBe(BeaconRisk.Medium);
    }

    [Fact]
    public void Stays_silent_when_the_name_ends_like_an_excluded_one()
    {
        var events = Connections.Beacon(60, with: (c, _) => c with { Image = @"C:\Users\ann\AppData\Local\Temp\evilteams.exe" }).ToList();

        events.Detect(s_detection).ShouldBeEmpty();
        events.Detect(s_detection, new() { CompareWholeFileName = true }).ShouldHaveSingleItem();
    }

    [Fact]
    public void Fires_when_whole_names_are_compared_and_teams_has_another_name() =>
        Connections.Beacon(60, with: (c, _) => c with { Image = @"C:\x\ms-teams.exe" }).Detect(s_detection, new() { CompareWholeFileName = true }).ShouldHaveSingleItem();

    [Fact]
    public void Stays_silent_when_the_beacon_lives_in_svchost_as_BITS_does() =>
        Connections.Beacon(60, with: (c, _) => c with { Image = @"C:\Windows\System32\svchost.exe" }).Detect(s_detection).ShouldBeEmpty();

    [Fact]
    public void Stays_silent_when_the_server_is_reached_through_an_internal_relay() =>
        Connections.Beacon(60, with: (c, _) => c with { RemoteAddress = System.Net.IPAddress.Parse("10.1.2.3") }).Detect(s_detection).ShouldBeEmpty();

    [Fact]
    public void Stays_silent_when_a_host_has_two_names() =>
        Connections.Beacon(22, with: (c, i) => c with { Host = i % 2 == 0 ? "WORKSTATION6" : "WORKSTATION6.theshire.local" }).Detect(s_detection).ShouldBeEmpty();

    /// <summary>Validation test 1 of the technique: 15 check-ins, 5 s apart. Its loopback address is excluded, so as written it can't fire.</summary>
    [Fact]
    public void Stays_silent_when_the_validation_test_calls_loopback()
    {
        IEnumerable<NetworkConnection> CheckIns(string address) => Enumerable.Range(0, 15).Select(i => Connections.At(i * 5 / 60.0, address: address, port: 8443));

        CheckIns("127.0.0.1").Detect(s_detection).ShouldBeEmpty();
        CheckIns("198.51.100.7").Detect(s_detection).ShouldHaveSingleItem().Value.BeaconRisk.ShouldBe(BeaconRisk.Low);
        CheckIns("127.0.0.1").Detect(s_detection, new() { ExcludedNetworks = NetworkSet.Empty }).ShouldHaveSingleItem();
    }
}
