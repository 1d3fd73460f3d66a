using System.Text;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Tests.Values;

public sealed class CompactTextsTests
{
    private readonly CompactTexts _texts = new(1 << 16);
    private readonly StringPool _pool = new(16);

    [Fact]
    public void Of_gives_the_text() =>
        Enumerable.Range(0, 200_000).ShouldAllBe(i => Of($"agent.exe --task {i * 7 % 100_000}").ToString() == $"agent.exe --task {i * 7 % 100_000}");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(320)]
    [InlineData(321)]
    public void Of_a_text_of_any_length_gives_the_text(int length)
    {
        var text = new string('x', length);

        Of(text).ToString().ShouldBe(text);
        Of(text).Take(_pool).ShouldBe(text);
    }

    [Theory]
    [InlineData(@"C:\\t\u0065mp", @"C:\temp")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData(@"\ud83d", "\uFFFD")]
    public void Of_a_text_with_escapes_gives_the_text_or_what_is_written_as_they_are_meant(string written, string text)
    {
        Of(written, isEscaped: true).Take(_pool).ShouldBe(text);
        Of(written, isEscaped: false).Take(_pool).ShouldBe(written);
        Of(written, isEscaped: true).ToString().ShouldBe(text);
        Of(written, isEscaped: false).ToString().ShouldBe(written);
    }

    [Fact]
    public void Of_a_text_that_was_expected_gives_what_it_gives_otherwise()
    {
        var text = Encoding.UTF8.GetBytes("agent.exe --task 7");
        var hash = _texts.Expect(text);
        _texts.Fetch(hash);
        var kept = _texts.Of(text, isEscaped: false, hash);
        _texts.Fetch(hash);

        kept.ToString().ShouldBe("agent.exe --task 7");
        _texts.Of(text, isEscaped: false).ShouldBe(kept);
    }

    [Fact]
    public void Of_a_text_that_was_kept_takes_no_more_memory()
    {
        var text = Encoding.UTF8.GetBytes(new string('x', 200));
        _texts.Of(text, isEscaped: false);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) _texts.Of(text, isEscaped: false);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200);
    }

    private CompactText Of(string text, bool isEscaped = false) => _texts.Of(Encoding.UTF8.GetBytes(text), isEscaped);
}
