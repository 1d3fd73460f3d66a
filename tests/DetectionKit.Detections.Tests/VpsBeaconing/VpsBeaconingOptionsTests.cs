using Microsoft.Extensions.Configuration;

namespace DetectionKit.Detections.Tests;

public sealed class VpsBeaconingOptionsTests
{
    [Theory]
    [InlineData(nameof(VpsBeaconingOptions.MinConnections), "0")]
    [InlineData(nameof(VpsBeaconingOptions.Window), "00:00:00")]
    [InlineData(nameof(VpsBeaconingOptions.CriticalConnections), "29")]
    [InlineData(nameof(VpsBeaconingOptions.HighConnections), "19")]
    [InlineData(nameof(VpsBeaconingOptions.MediumConnections), "31")]
    [InlineData(nameof(VpsBeaconingOptions.CriticalPorts), "0")]
    public void Validate_value_out_of_range_names_it(string name, string value)
    {
        var options = Bind((name, value));

        var error = Should.Throw<DetectionOptionsException>(() => Array.Empty<NetworkConnection>().Detect(new VpsBeaconing(), options));

        error.Message.ShouldContain(name);
    }

    [Fact]
    public void Validate_equal_counts_with_no_fewer_ports_is_refused()
    {
        var options = Bind(("CriticalConnections", "30"), ("CriticalPorts", "2"));

        Should.Throw<DetectionOptionsException>(() => Array.Empty<NetworkConnection>().Detect(new VpsBeaconing(), options)).Message.ShouldContain("HIGH can never be reached: every alert has at least CriticalConnections (30) connections, and CriticalPorts (2) is not below HighPorts (2).");
    }

    [Fact]
    public void Validate_all_ports_for_a_tier_that_starts_where_the_next_does_is_refused()
    {
        var options = Bind(("HighConnections", "20"), ("HighPorts", "65536"));

        Should.Throw<DetectionOptionsException>(() => Array.Empty<NetworkConnection>().Detect(new VpsBeaconing(), options)).Message.ShouldContain("MEDIUM can never be reached: every alert has at least HighConnections (20) connections, and HighPorts (65536) is not below all ports (65536).");
    }

    /// <summary>A threshold above where a tier starts leaves the tiers below it empty: that is a choice, and sweeps make it.</summary>
    [Theory]
    [InlineData(4, 1)]
    [InlineData(20, 1)]
    [InlineData(40, 4)]
    [InlineData(60, 1)]
    public void Validate_any_threshold_is_taken(int minConnections, int criticalPorts)
    {
        var options = new VpsBeaconingOptions { MinConnections = minConnections, CriticalPorts = criticalPorts };

        Connections.Beacon(minConnections).Detect(new VpsBeaconing(), options).ShouldHaveSingleItem();
        Connections.Beacon(minConnections - 1).Detect(new VpsBeaconing(), options).ShouldBeEmpty();
    }

    [Fact]
    public void Bind_list_replaces_the_default()
    {
        var options = Bind(("ExcludedImages", "only.exe"));

        options.ExcludedImages.Items.ShouldBe(["only.exe"]);
    }

    [Fact]
    public void Bind_Add_and_Remove_change_the_default()
    {
        var options = Bind(("ExcludedImages:Add", "agent.exe"), ("ExcludedNetworks:Remove", "10.0.0.0/8"));

        options.ExcludedImages.Matches(@"C:\agent.exe").ShouldBeTrue();
        options.ExcludedImages.Matches(@"C:\chrome.exe").ShouldBeTrue();
        options.ExcludedNetworks.Contains(System.Net.IPAddress.Parse("10.0.0.1")).ShouldBeFalse();
    }

    [Fact]
    public void Bind_unknown_key_names_the_nearest() =>
        Should.Throw<DetectionOptionsException>(() => Bind(("MinConections", "3"))).Message.ShouldContain("MinConnections");

    [Fact]
    public void UpdateOptions_threshold_applies_to_the_open_window()
    {
        var run = new VpsBeaconing().Start(settings: new() { Disorder = Disorder.None });
        foreach (var connection in Connections.Beacon(5)) run.PushEvent(connection).ShouldBeEmpty();

        run.UpdateOptions(new() { MinConnections = 5 });

        run.Complete().ShouldHaveSingleItem().Value.ConnectionCount.ShouldBe(5);
    }

    private static VpsBeaconingOptions Bind(params (string Key, string Value)[] settings) => DetectionOptionsBinder.Bind<VpsBeaconingOptions>(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
}
