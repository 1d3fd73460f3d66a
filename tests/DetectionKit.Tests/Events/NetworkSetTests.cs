using System.Net;
using CsCheck;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Events;

public sealed class NetworkSetTests
{
    // Few leading bytes, so that networks overlap, touch and hold the addresses drawn.
    private static readonly Gen<IPAddress> s_ipv4 = Gen.OneOf<byte>(Gen.OneOf<byte>(0, 10, 127, 128, 255), Gen.Byte).Array[4].Select(b => new IPAddress(b));
    private static readonly Gen<IPAddress> s_ipv6 =
        Gen.OneOf<byte>(Gen.OneOf<byte>(0, 0, 0xfe, 0xff), Gen.Byte).Array[16].Select(b => new IPAddress(b)).Where(a => !a.IsIPv4MappedToIPv6);

    private static readonly Gen<IPNetwork> s_network = Gen.OneOf<IPNetwork>(
        Gen.Select(s_ipv4, Gen.Int[0, 32], Network), Gen.Select(s_ipv6, Gen.Int[0, 128], Network));

    private static readonly Gen<IPAddress> s_address = Gen.OneOf<IPAddress>(s_ipv4, s_ipv6);

    [Fact]
    public void Contains_agrees_with_the_framework_networks() =>
        Gen.Select(s_network.Array[0, 6], s_address).Sample((networks, address) =>
            Set(networks).Contains(address) == networks.Any(n => n.Contains(address)), iter: Iterations.Of(10_000));

    [Fact]
    public void Contains_holds_both_ends_of_a_network_and_no_more() =>
        s_network.Sample(network =>
        {
            var set = Set([network]);
            var (first, last) = Ends(network);
            return set.Contains(first) && set.Contains(last) && Outside(first, -1).All(a => !set.Contains(a)) && Outside(last, 1).All(a => !set.Contains(a));
        });

    [Fact]
    public void Find_gives_the_first_item_that_contains() =>
        Gen.Select(s_network.Array[0, 6], s_address).Sample((networks, address) =>
            Set(networks).Find(address) == (networks.Any(n => n.Contains(address)) ? Text(networks.First(n => n.Contains(address))) : null));

    [Fact]
    public void Sets_are_equal_when_they_hold_the_same_addresses()
    {
        NetworkSet.Of("10.0.0.0/9", "10.128.0.0/9").ShouldBe(NetworkSet.Of("10.0.0.0/8"));
        NetworkSet.Of("::1", "10.0.0.0/8", "10.1.0.0/16").ShouldBe(NetworkSet.Of("10.0.0.0/8", "0:0::1"));
        NetworkSet.Of("10.0.0.0/8").ShouldNotBe(NetworkSet.Of("10.0.0.0/9"));
        NetworkSet.Of("0.0.0.0/0").ShouldNotBe(NetworkSet.Of("::/0"));
        Gen.Select(s_network.Array[0, 6], Gen.Bool).Sample((networks, duplicate) =>
        {
            var shuffled = Set([.. networks.Reverse(), .. duplicate ? networks : []]);
            return shuffled.Equals(Set(networks)) && shuffled.GetHashCode() == Set(networks).GetHashCode()
                && shuffled.CanonicalItems.SequenceEqual(Set(networks).CanonicalItems);
        });
    }

    [Fact]
    public void CanonicalItems_are_the_fewest_networks_and_make_the_set_again()
    {
        NetworkSet.Of("10.0.0.1", "10.0.0.2/31", "10.0.0.4/30", "::/1", "8000::/1").CanonicalItems.ShouldBe(["10.0.0.1", "10.0.0.2/31", "10.0.0.4/30", "::/0"]);
        NetworkSet.Of("128.0.0.0/1", "0.0.0.0/1").CanonicalItems.ShouldBe(["0.0.0.0/0"]);
        s_network.Array[0, 6].Sample(networks => NetworkSet.FromItems(Set(networks).CanonicalItems).Equals(Set(networks)));
    }

    [Fact]
    public void An_ipv4_mapped_address_or_network_is_ipv4()
    {
        NetworkSet.Of("10.0.0.0/8").Contains(IPAddress.Parse("::ffff:10.1.2.3")).ShouldBeTrue();
        NetworkSet.Of("::ffff:10.0.0.0/104").ShouldBe(NetworkSet.Of("10.0.0.0/8"));
        NetworkSet.Of("::/0").Contains(IPAddress.Parse("10.1.2.3")).ShouldBeFalse();
        NetworkSet.Of("::/0").Contains(IPAddress.Parse("::ffff:10.1.2.3")).ShouldBeFalse();
    }

    [Fact]
    public void Null_is_in_no_set()
    {
        NetworkSet.Of("0.0.0.0/0", "::/0").Contains(null).ShouldBeFalse();
        NetworkSet.Of("0.0.0.0/0", "::/0").Find(null).ShouldBeNull();
    }

    [Theory]
    [InlineData("100.64.0.1", "100.128.0.0")]
    [InlineData("0.1.2.3", "1.0.0.0")]
    [InlineData("239.255.255.250", "240.0.0.1")]
    [InlineData("255.255.255.255", "255.255.255.254")]
    [InlineData("192.0.2.200", "192.0.3.0")]
    [InlineData("198.51.100.1", "198.51.101.0")]
    [InlineData("203.0.113.1", "203.0.114.0")]
    [InlineData("2001:db8:ffff::1", "2001:db9::")]
    [InlineData("fd12::1", "fe00::1")]
    [InlineData("febf::1", "fec0::1")]
    [InlineData("ff02::1", "10.0.0.1")]
    public void Special_purpose_holds_its_ranges_and_not_their_neighbours(string inside, string outside)
    {
        var set = NetworkSet.Of("Special-Purpose");
        set.Contains(IPAddress.Parse(inside)).ShouldBeTrue();
        set.Contains(IPAddress.Parse(outside)).ShouldBeFalse();
    }

    [Fact]
    public void Find_names_the_network_within_a_preset() =>
        NetworkSet.Of("10.0.0.0/8", NetworkSet.SpecialPurpose).Find(IPAddress.Parse("100.64.3.2")).ShouldBe("special-purpose (100.64.0.0/10)");

    [Theory]
    [InlineData("10.0.0.0/33", "0 to 32")]
    [InlineData("::1/129", "0 to 128")]
    [InlineData("10.0.0.0/", "0 to 32")]
    [InlineData("10.1.2.3/8", "its network is 10.0.0.0/8")]
    [InlineData("2001:db8::1/32", "its network is 2001:db8::/32")]
    [InlineData("10", "might be meant as 0.0.0.10")]
    [InlineData("010.0.0.1", "might be meant as 8.0.0.1")]
    [InlineData("fe80::1%3", "is no address")]
    [InlineData("[::1]:80", "is no address")]
    [InlineData("spezial-purpose", "a preset (special-purpose)")]
    [InlineData("", "it is empty")]
    public void A_bad_item_is_named_with_what_is_wrong(string item, string message)
    {
        var text = Should.Throw<FormatException>(() => NetworkSet.Of("10.0.0.0/8", item)).Message;
        text.ShouldStartWith($"'{item}' is no network");
        text.ShouldContain(message);
    }

    [Fact]
    public void Parse_reads_items_between_commas()
    {
        NetworkSet.Parse("10.0.0.0/8, ::1").Items.ShouldBe(["10.0.0.0/8", "::1"]);
        NetworkSet.Parse(" ").ShouldBe(NetworkSet.Empty);
    }

    [Fact]
    public void IsSameItem_compares_addresses()
    {
        NetworkSet.IsSameItem("FE80::/10", "fe80:0::/10").ShouldBeTrue();
        NetworkSet.IsSameItem("10.0.0.0/8", "10.0.0.0/9").ShouldBeFalse();
        NetworkSet.IsSameItem("nonsense", "nonsense").ShouldBeFalse();
    }

    [Fact]
    public void A_list_expression_makes_a_set()
    {
        NetworkSet set = ["10.0.0.0/8", "::1"];
        set.Contains(IPAddress.IPv6Loopback).ShouldBeTrue();
        set.ToString().ShouldBe("[10.0.0.0/8, ::1]");
    }

    [Fact]
    public void ToString_counts_a_long_list() =>
        NetworkSet.Of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "::1").ToString().ShouldBe("[6 networks]");

    [Fact]
    public void Contains_allocates_nothing()
    {
        NetworkSet set = ["10.0.0.0/8", "::1", NetworkSet.SpecialPurpose];
        var (ipv4, ipv6) = (IPAddress.Parse("100.64.0.1"), IPAddress.Parse("2001:db8::1"));
        set.Contains(ipv4).ShouldBe(set.Contains(ipv6));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) _ = set.Contains(ipv4) && set.Contains(ipv6);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static NetworkSet Set(IEnumerable<IPNetwork> networks) => NetworkSet.FromItems(networks.Select(Text));

    private static string Text(IPNetwork network) => network.ToString();

    private static IPNetwork Network(IPAddress address, int prefix)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = prefix; bit < bytes.Length * 8; bit++) bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new(new IPAddress(bytes), prefix);
    }

    private static (IPAddress First, IPAddress Last) Ends(IPNetwork network)
    {
        var bytes = network.BaseAddress.GetAddressBytes();
        for (var bit = network.PrefixLength; bit < bytes.Length * 8; bit++) bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return (network.BaseAddress, new IPAddress(bytes));
    }

    /// <summary>The address one step beyond, if the family has it.</summary>
    private static IEnumerable<IPAddress> Outside(IPAddress address, int step)
    {
        var bytes = address.GetAddressBytes();
        var at = bytes.Length - 1;
        while (at >= 0 && bytes[at] == (step > 0 ? 255 : 0)) bytes[at--] = (byte)(step > 0 ? 0 : 255);
        if (at < 0) yield break;
        bytes[at] = (byte)(bytes[at] + step);
        yield return new IPAddress(bytes);
    }
}
