using DetectionKit.Testing.Events;

namespace DetectionKit.Testing.Tests.Events;

public sealed class MarblesTests
{
    private static readonly EventBuilder<Call> s_failed = EventBuilder.Of<Call>().With(c => c.Failed, true);
    private static readonly EventBuilder<Call> s_good = EventBuilder.Of<Call>().With(c => c.Failed, false);

    [Fact]
    public void Read_places_events_frame_by_frame()
    {
        var events = Marbles.Read("x--ox -(xox)-x|", 10.Minutes(), ('x', s_failed), ('o', s_good));

        events.Select(e => ((e.Time - VirtualTime.Start).TotalMinutes, e.Failed)).ShouldBe([(0, true), (30, false), (40, true), (60, true), (60, false), (60, true), (80, true)]);
    }

    [Theory]
    [InlineData("x-y", "'y' at column 3 of \"x-y\" is no event; known are x, and - ( ) |.")]
    [InlineData("x-(x", "A bracket of \"x-(x\" is not closed.")]
    [InlineData("x|x", "'|' at column 2 of \"x|x\" is no event; known are x, and - ( ) |.")]
    public void Read_says_where_a_line_is_wrong(string line, string message) =>
        Should.Throw<FormatException>(() => Marbles.Read(line, 1.Minutes(), ('x', s_failed))).Message.ShouldBe(message);
}
