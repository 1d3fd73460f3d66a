using System.Net;
using CsCheck;

namespace DetectionKit.Tests.Events;

public sealed class NetworkMapTests
{
    // Few addresses, so that networks lie within each other and beside each other, also at both ends of all addresses.
    private static readonly Gen<byte[]> s_ipv4 = Gen.Select(Gen.OneOf<byte>(0, 10, 255), Gen.OneOf<byte>(0, 1, 255), Gen.Byte[0, 3], Gen.OneOf<byte>(0, 1, 127, 128, 255)).Select((a, b, c, d) => new[] { a, b, c, d });
    private static readonly Gen<byte[]> s_ipv6 = Gen.Select(Gen.OneOf<byte>(0x20, 0xff), Gen.OneOf<byte>(0, 1, 255), Gen.OneOf<byte>(0, 255)).Select((a, b, c) => new byte[] { a, b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, c, b });
    private static readonly Gen<(byte[] Address, int Prefix)> s_network = Gen.Select(Gen.OneOf(s_ipv4, s_ipv6), Gen.Int[0, 128], (address, prefix) => (address, address.Length == 4 ? prefix % 33 : prefix));

    [Fact]
    public void Find_takes_the_longest_prefix() =>
        Gen.Select(s_network.Array[0, 12], Gen.OneOf(s_ipv4, s_ipv6).Array[1, 20]).Sample((networks, addresses) =>
        {
            var named = networks.Select(n => Network(n.Address, n.Prefix)).Select((text, i) => KeyValuePair.Create(text, $"{text} {i}")).ToList();
            var map = NetworkMap<string>.Of(named);

            foreach (var address in addresses)
            {
                var expected = networks.Select((n, i) => (n.Prefix, Place: i, Holds: n.Address.Length == address.Length && Network(address, n.Prefix) == Network(n.Address, n.Prefix)))
                    .Where(n => n.Holds).OrderBy(n => n.Prefix).ThenBy(n => n.Place).Select(n => named[n.Place].Value).LastOrDefault();
                map.Find(new IPAddress(address)).ShouldBe(expected, new IPAddress(address).ToString());
            }
        });

    [Theory]
    [InlineData("192.0.2.2", null)]
    [InlineData("192.0.2.3", "outer")]
    [InlineData("192.0.2.5", "inner")]
    [InlineData("192.0.2.6", "outer")]
    [InlineData("192.0.2.9", "later")]
    [InlineData("192.0.2.12", "later")]
    [InlineData("192.0.2.13", null)]
    [InlineData("::ffff:192.0.2.5", "inner")]
    [InlineData("2001:db8::4", "six")]
    [InlineData("2001:db8::5", null)]
    public void Find_takes_the_range_inside_else_that_which_begins_later(string address, string? expected) =>
        NetworkMap<string>.Of([new("192.0.2.3-192.0.2.10", "outer"), new("192.0.2.5", "inner"), new("192.0.2.8 - 192.0.2.12", "later"), new("2001:db8::1-2001:db8::4", "six")])
            .Find(IPAddress.Parse(address)).ShouldBe(expected);

    [Fact]
    public void Ranges_do_not_overlap_and_are_in_order()
    {
        var map = NetworkMap<string>.Of([new("10.0.0.0/9", "a"), new("2001:db8::/32", "a"), new("10.128.0.0/9", "a"), new("10.1.0.0/16", "b")]);

        map.Ranges.Select(range => $"{range.Key} {range.Value}").ShouldBe(["10.0.0.0/16 a", "10.1.0.0/16 b", "10.2.0.0-10.255.255.255 a", "2001:db8::/32 a"]);
        map.Count.ShouldBe(4);
    }

    [Fact]
    public void Find_null_or_in_the_empty_map_is_null()
    {
        NetworkMap<string>.Of([new("0.0.0.0/0", "all")]).Find(null).ShouldBeNull();
        NetworkMap<string>.Empty.Find(IPAddress.Loopback).ShouldBeNull();
    }

    [Theory]
    [InlineData("192.0.2.9-192.0.2.1", "its last address comes before its first")]
    [InlineData("192.0.2.9-2001:db8::1", "its addresses are of two families")]
    [InlineData("192.0.2.9-x", "'x' is no address")]
    [InlineData("192.0.2.1/24", "bits set beyond its prefix")]
    public void Of_what_is_no_network_says_why(string text, string reason) => Should.Throw<FormatException>(() => NetworkMap<string>.Of([new(text, "v")])).Message.ShouldContain(reason);

    private static string Network(byte[] address, int prefix)
    {
        var bytes = (byte[])address.Clone();
        for (var bit = prefix; bit < bytes.Length * 8; bit++) bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return $"{new IPAddress(bytes)}/{prefix}";
    }
}
