using System.Text;
using CsCheck;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Tests.Values;

public sealed class StringPoolTests
{
    [Fact]
    public void Get_with_two_places_gives_the_text_whatever_was_there_before()
    {
        var pool = new StringPool(2);
        Gen.OneOf(Gen.String, Gen.OneOf("a", "b", "é", "漢", "")).Sample(
            s => Encoding.UTF8.GetBytes(s) is var bytes && pool.Get(bytes) == Encoding.UTF8.GetString(bytes), threads: 1);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("漢字")]
    public void Get_the_same_text_gives_the_same_string(string text)
    {
        var pool = new StringPool(1024);
        pool.Get(Encoding.UTF8.GetBytes(text)).ShouldBeSameAs(pool.Get(Encoding.UTF8.GetBytes(text)));
    }
}
