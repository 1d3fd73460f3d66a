using System.Net;
using System.Net.Sockets;
using DetectionKit.Networks.Lists;

namespace DetectionKit.Networks.Tests.Lists;

/// <summary>What is embedded is read once a process: here it is read for itself.</summary>
public sealed class EmbeddedListTests
{
    [Theory]
    [InlineData("104.131.0.69", 14061)]
    [InlineData("2a01:4f8::1", 24940)]
    [InlineData("8.8.8.8", null)]
    public void Read_has_the_networks_of_hosting_providers(string address, int? system) => (EmbeddedList.Read().Find(IPAddress.Parse(address))?.AutonomousSystem).ShouldBe(system);

    [Fact]
    public void RangesOf_a_system_are_of_both_families()
    {
        var ranges = EmbeddedList.RangesOf(14061);

        ranges.ShouldContain(range => range.IsIPv4 && range.FirstAddress.AddressFamily == AddressFamily.InterNetwork);
        ranges.ShouldContain(range => !range.IsIPv4 && range.FirstAddress.AddressFamily == AddressFamily.InterNetworkV6);
        EmbeddedList.RangesOf(64496).ShouldBeEmpty();
    }

    [Fact]
    public void Systems_have_names()
    {
        var systems = HostingSystems.Read();

        systems[14061].ShouldBe("DigitalOcean");
        systems.Count.ShouldBeInRange(150, 400);
        systems.Values.ShouldAllBe(name => name.Length > 0 && name[0] != '#');
    }
}
