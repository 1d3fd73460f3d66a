using System.Text;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Tests.Values;

public sealed class CompactTextsTests
{
    private readonly CompactTexts _texts = new();
    private readonly StringPool _pool = new(16);

    [Fact]
    public void Of_gives_the_text() =>
        Enumerable.Range(0, 200_000).ShouldAllBe(i => _texts.Of(Encoding.UTF8.GetBytes($"agent.exe --task {i * 7 % 100_000}")).ToString() == $"agent.exe --task {i * 7 % 100_000}");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(257)]
    public void Of_a_text_of_any_length_gives_the_text(int length)
    {
        var text = new string('x', length);

        _texts.Of(Encoding.UTF8.GetBytes(text)).ToString().ShouldBe(text);
        _texts.Of(Encoding.UTF8.GetBytes(text)).Take(_pool).ShouldBe(text);
    }

    [Fact]
    public void Of_a_text_that_was_kept_takes_no_more_memory()
    {
        var text = Encoding.UTF8.GetBytes(new string('x', 200));
        _texts.Of(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) _texts.Of(text);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200);
    }
}
