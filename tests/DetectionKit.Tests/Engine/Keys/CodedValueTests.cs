using System.Net;
using DetectionKit.Engine;

namespace DetectionKit.Tests.Engine.Keys;

/// <summary>Values of one hash that differ are told apart.</summary>
public sealed class CodedValueTests
{
    [Fact]
    public void Equals_of_texts_takes_hash_and_text()
    {
        CodedText.Of("a", 7).Equals(CodedText.Of(new string(['a']), 7)).ShouldBeTrue();
        CodedText.Of("a", 7).Equals(CodedText.Of("b", 7)).ShouldBeFalse();
        CodedText.Of("a", 7).Equals(CodedText.Of("a", 8)).ShouldBeFalse();
    }

    [Fact]
    public void Equals_of_addresses_takes_hash_and_address()
    {
        var address = IPAddress.Parse("203.0.113.9");
        CodedAddress.Of(address, 7).Equals(CodedAddress.Of(IPAddress.Parse("203.0.113.9"), 7)).ShouldBeTrue();
        CodedAddress.Of(address, 7).Equals(CodedAddress.Of(IPAddress.Parse("203.0.113.8"), 7)).ShouldBeFalse();
        CodedAddress.Of(address, 7).Equals(CodedAddress.Of(address, 8)).ShouldBeFalse();
    }

    [Fact]
    public void Equals_of_contents_takes_hash_and_bytes()
    {
        var content = new Content<int>(1, [1, 2]);
        CodedContent<int>.Of(content, 7).Equals(CodedContent<int>.Of(new(1, [1, 2]), 7)).ShouldBeTrue();
        CodedContent<int>.Of(content, 7).Equals(CodedContent<int>.Of(new(1, [1, 3]), 7)).ShouldBeFalse();
        CodedContent<int>.Of(content, 7).Equals(CodedContent<int>.Of(content, 8)).ShouldBeFalse();
        CodedContent<int>.HashOf(content).ShouldNotBe(CodedContent<int>.HashOf(new(1, [1, 3])));
    }

    [Fact]
    public void Equals_of_cells_takes_every_part()
    {
        var cell = new KeyCell<int, KeyLast<string?>>(1, new("x"));
        cell.Equals(new(1, new("x"))).ShouldBeTrue();
        cell.Equals(new(2, new("x"))).ShouldBeFalse();
        cell.Equals(new(1, new("y"))).ShouldBeFalse();
        new[] { cell, new(2, new("x")), new(1, new("y")), new(1, new(null)) }.Select(c => c.GetHashCode()).Distinct().Count().ShouldBe(4);
    }
}
