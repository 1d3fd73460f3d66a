using System.Net;
using System.Text;
using CsCheck;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Tests.Values;

public sealed class AddressTextTests
{
    private readonly AddressText _addresses = new();

    [Theory]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    [InlineData("2001:500:2:0:0:0:0:c", "2001:500:2::c")]
    [InlineData("2001:0500:0002:0000:0000:0000:0000:000C", "2001:500:2::c")]
    [InlineData("0:0:0:0:0:0:0:1", "::1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("0:0:0:0:0:ffff:c000:201", "192.0.2.1")]
    [InlineData("fe80::1%eth0", "fe80::1")]
    [InlineData("fe80::1%", "fe80::1")]
    public void TryRead_text_form_gives_the_address(string text, string expected)
    {
        _addresses.TryRead(Encoding.UTF8.GetBytes(text), out var address).ShouldBeTrue();
        address.ShouldBe(IPAddress.Parse(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.04")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("1.2.3.4 ")]
    [InlineData("1.2.3.")]
    [InlineData("1..2.3")]
    [InlineData("[::1]:80")]
    [InlineData("[::1]")]
    [InlineData("::1/128")]
    [InlineData(":")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    public void TryRead_anything_else_is_refused(string text) => _addresses.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Fact]
    public void TryRead_any_address_is_what_its_text_says()
    {
        var gen = Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]).Select(b => new IPAddress(b));
        gen.Sample(a => _addresses.TryRead(Encoding.UTF8.GetBytes(a.ToString()), out var read) && read!.Equals(a.IsIPv4MappedToIPv6 ? a.MapToIPv4() : a), threads: 1);
    }

    [Fact]
    public void TryRead_same_address_again_is_the_same_object()
    {
        _addresses.TryRead("2001:db8::1"u8, out var first);
        _addresses.TryRead("2001:db8:0::1"u8, out var second);
        second.ShouldBeSameAs(first);
    }
}
