using CsCheck;

namespace DetectionKit.Tests.Options;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void Distance_counts_edits(string a, string b, int distance) => NearestName.Distance(a, b).ShouldBe(distance);

    [Fact]
    public void Distance_is_symmetric_zero_only_for_equals_and_at_most_the_longer_length()
    {
        var text = Gen.Char["abc"].Array[0, 6].Select(c => new string(c));
        Gen.Select(text, text).Sample((a, b) =>
            NearestName.Distance(a, b) == NearestName.Distance(b, a)
            && (NearestName.Distance(a, b) == 0) == (a == b)
            && NearestName.Distance(a, b) <= Math.Max(a.Length, b.Length)
            && NearestName.Distance(a, b) >= Math.Abs(a.Length - b.Length));
    }

    [Fact]
    public void Of_ignores_case_and_knows_nothing_from_nothing()
    {
        NearestName.Of("WINDOWS", ["Share", "window"]).ShouldBe("window");
        NearestName.Of("x", []).ShouldBeNull();
    }
}
