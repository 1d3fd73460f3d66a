using System.Net;

namespace DetectionKit.Detections.Tests;

public sealed class VpsBeaconingTests
{
    private static readonly VpsBeaconing s_detection = new();

    [Theory]
    [InlineData(12, 1, BeaconRisk.Low)]
    [InlineData(19, 1, BeaconRisk.Low)]
    [InlineData(20, 5, BeaconRisk.Medium)]
    [InlineData(29, 1, BeaconRisk.Medium)]
    [InlineData(30, 3, BeaconRisk.Medium)]
    [InlineData(30, 2, BeaconRisk.High)]
    [InlineData(49, 1, BeaconRisk.High)]
    [InlineData(50, 2, BeaconRisk.High)]
    [InlineData(50, 3, BeaconRisk.Medium)]
    [InlineData(50, 1, BeaconRisk.Critical)]
    public void Fires_when_the_count_and_the_ports_reach_a_tier(int count, int ports, BeaconRisk expected)
    {
        var alert = Connections.Beacon(count, with: (c, i) => c with { RemotePort = 443 + (i % ports) }).Detect(s_detection).ShouldHaveSingleItem();

        alert.Value.BeaconRisk.ShouldBe(expected);
        alert.Value.RiskScore.ShouldBe((int)expected);
        alert.Value.ConnectionCount.ShouldBe(count);
        alert.Value.UniqueRemotePorts.ShouldBe(ports);
        alert.Tier!.Value.ShouldBe(expected);
    }

    [Fact]
    public void Stays_silent_when_one_connection_is_missing() => Connections.Beacon(11).Detect(s_detection).ShouldBeEmpty();

    [Fact]
    public void Fires_when_the_address_is_IPv6()
    {
        var alert = Connections.Beacon(12, with: (c, _) => c with { RemoteAddress = IPAddress.Parse("2001:500:2:0:0:0:0:c") }).Detect(s_detection).ShouldHaveSingleItem();

        alert.Value.RemoteAddressIP4.ToString().ShouldBe("2001:500:2::c");
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.3.4")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    public void Stays_silent_when_the_address_is_excluded(string address) =>
        Connections.Beacon(60, with: (c, _) => c with { RemoteAddress = IPAddress.Parse(address) }).Detect(s_detection).ShouldBeEmpty();

    [Theory]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("::2")]
    [InlineData("100.64.0.1")]
    public void Fires_when_the_address_is_just_outside_the_excluded_networks(string address) =>
        Connections.Beacon(60, with: (c, _) => c with { RemoteAddress = IPAddress.Parse(address) }).Detect(s_detection).ShouldHaveSingleItem();

    [Fact]
    public void Stays_silent_when_the_special_purpose_preset_holds_the_address() =>
        Connections.Beacon(60).Detect(s_detection, new() { ExcludedNetworks = NetworkSet.Of(NetworkSet.SpecialPurpose) }).ShouldBeEmpty();

    [Theory]
    [InlineData(@"C:\Program Files\Google\Chrome\Application\chrome.exe")]
    [InlineData(@"C:\Program Files\Google\Chrome\Application\CHROME.EXE")]
    [InlineData("firefox.exe")]
    [InlineData(@"C:\x\msedge.exe")]
    [InlineData(@"C:\x\MicrosoftEdgeCP.exe")]
    [InlineData(@"C:\x\iexplore.exe")]
    [InlineData(@"C:\x\brave.exe")]
    [InlineData(@"C:\x\opera.exe")]
    [InlineData(@"C:\x\safari.exe")]
    [InlineData(@"C:\x\waterfox.exe")]
    [InlineData(@"C:\Windows\System32\svchost.exe")]
    [InlineData(@"C:\x\MsMpEng.exe")]
    [InlineData(@"C:\x\wuauclt.exe")]
    [InlineData(@"C:\x\TrustedInstaller.exe")]
    [InlineData(@"C:\x\msiexec.exe")]
    [InlineData(@"C:\x\ccmexec.exe")]
    [InlineData(@"C:\x\ms-teams.exe")]
    [InlineData(@"C:\x\OneDrive.exe")]
    public void Stays_silent_when_the_image_is_excluded(string image) =>
        Connections.Beacon(60, with: (c, _) => c with { Image = image }).Detect(s_detection).ShouldBeEmpty();

    [Theory]
    [InlineData(@"C:\x\chrome.exe.bak")]
    [InlineData(@"C:\chrome.exe\x.dll")]
    [InlineData(@"C:\x\chrome")]
    [InlineData(null)]
    [InlineData("")]
    public void Fires_when_the_image_only_resembles_an_excluded_one(string? image) =>
        Connections.Beacon(60, with: (c, _) => c with { Image = image }).Detect(s_detection).ShouldHaveSingleItem();

    [Theory]
    [MemberData(nameof(OtherKeys))]
    public void Stays_silent_when_a_key_part_splits_the_count(string part, Func<NetworkConnection, NetworkConnection> other)
    {
        Connections.Beacon(22, with: (c, i) => i % 2 == 0 ? c : other(c)).Detect(s_detection).ShouldBeEmpty($"{part} is part of the key");
        Connections.Beacon(24, with: (c, i) => i % 2 == 0 ? c : other(c)).Detect(s_detection).Count().ShouldBe(2);
    }

    public static TheoryData<string, Func<NetworkConnection, NetworkConnection>> OtherKeys() => new()
    {
        { "host", c => c with { Host = "WS-2" } },
        { "host null", c => c with { Host = null } },
        { "user", c => c with { User = @"CORP\bob" } },
        { "user empty", c => c with { User = "" } },
        { "image", c => c with { Image = @"C:\other.exe" } },
        { "image in another case", c => c with { Image = Connections.PowerShell.ToUpperInvariant() } },
        { "command line", c => c with { CommandLine = "powershell.exe" } },
        { "command line null", c => c with { CommandLine = null } },
        { "address", c => c with { RemoteAddress = IPAddress.Parse("203.0.113.10") } },
    };

    [Fact]
    public void Fires_when_all_names_are_missing()
    {
        var alert = Connections.Beacon(12, with: (c, _) => c with { Host = null, User = null, Image = null, CommandLine = null }).Detect(s_detection).ShouldHaveSingleItem();

        alert.Value.ShouldSatisfyAllConditions(
            b => b.ComputerName.ShouldBeNull(), b => b.UserName.ShouldBeNull(), b => b.ImageFileName.ShouldBeNull(), b => b.CommandLine.ShouldBeNull());
    }

    [Fact]
    public void Fires_when_the_first_event_is_on_the_hour_and_the_last_just_before_the_next()
    {
        var events = Connections.Beacon(11, from: 0, minutes: 50).Append(Connections.At(60) with { Time = Connections.Midnight.AddHours(1).AddTicks(-1) });

        var alert = events.Detect(s_detection).ShouldHaveSingleItem();

        alert.Window.ShouldBe(new AlertWindow(Connections.Midnight, Connections.Midnight.AddHours(1)));
    }

    [Fact]
    public void Stays_silent_when_the_last_event_is_on_the_next_hour() =>
        Connections.Beacon(11, from: 0, minutes: 50).Append(Connections.At(60)).Detect(s_detection).ShouldBeEmpty();

    [Fact]
    public void Alert_carries_evidence_metadata_and_a_stable_id()
    {
        var alert = Connections.Beacon(12).Detect(s_detection).ShouldHaveSingleItem();

        alert.Evidence.First.ShouldBe(Connections.Midnight);
        alert.Evidence.Sample.Count.ShouldBe(3);
        alert.Evidence.Sample[0].Fields["RemotePort"].ShouldBe(443);
        alert.Detection.Techniques.ShouldHaveSingleItem().Id.ShouldBe("T1583.003");
        (alert.Detection.Severity, alert.Detection.Confidence).ShouldBe((Severity.Medium, Confidence.Medium));
        alert.Key["Host"].ShouldBe("WS-1");
        alert.Value.ConnectionsPerMinute.ShouldBe(0.2);
        alert.Id.ShouldBe(Connections.Beacon(60).Detect(s_detection).Single().Id, "the id is made of key and window, not of the count");
    }

    [Fact]
    public void ConnectionsPerMinute_rounds_halves_away_from_zero()
    {
        var options = new VpsBeaconingOptions { Window = TimeSpan.FromHours(8) };

        // 60 connections in 480 minutes are 0.125 a minute.
        Connections.Beacon(60).Detect(s_detection, options).ShouldHaveSingleItem().Value.ConnectionsPerMinute.ShouldBe(0.13);
    }

    [Fact]
    public void Rank_orders_by_score_then_count_then_window()
    {
        var events = Connections.Beacon(12)
            .Concat(Connections.Beacon(60, from: 60, with: (c, _) => c with { Host = "WS-2" }))
            .Concat(Connections.Beacon(25, with: (c, _) => c with { Host = "WS-3" }))
            .Concat(Connections.Beacon(28, with: (c, _) => c with { Host = "WS-4" }))
            .Concat(Connections.Beacon(28, from: 60, with: (c, _) => c with { Host = "WS-0" }));

        s_detection.Rank.Apply(events.Detect(s_detection)).Select(alert => alert.Value.ComputerName).ShouldBe(["WS-2", "WS-4", "WS-0", "WS-3", "WS-1"]);
    }
}
