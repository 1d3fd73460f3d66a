namespace DetectionKit.Tests.Time;

public sealed class EventTimeTests
{
    [Fact]
    public void Of_the_only_time() => EventTime.Of(typeof(One)).ToString().ShouldBe("e => e.At");

    [Fact]
    public void Of_the_marked_time() => EventTime.Of(typeof(Marked)).ToString().ShouldBe("e => e.Seen");

    [Fact]
    public void Of_a_type_without_a_time_says_how_to_name_one() =>
        Should.Throw<InvalidOperationException>(() => EventTime.Of(typeof(Timeless))).Message.ShouldBe(
            "Timeless has no DateTimeOffset member to take as event time: override EventTime in the detection (e => e.…), write events.Of<Timeless>(e => e.…), or mark one with [EventTime].");

    [Fact]
    public void Of_a_type_with_two_times_names_both() =>
        Should.Throw<InvalidOperationException>(() => EventTime.Of(typeof(Two))).Message.ShouldStartWith("Two has 2 DateTimeOffset members (Sent, Seen): override EventTime");

    [Fact]
    public void After_goes_to_the_last_date_and_no_further()
    {
        EventTime.After(5, 7).ShouldBe(12);
        EventTime.After(DateTimeOffset.MaxValue.Ticks - 7, 7).ShouldBe(DateTimeOffset.MaxValue.Ticks);
        EventTime.After(DateTimeOffset.MaxValue.Ticks - 7, 8).ShouldBe(DateTimeOffset.MaxValue.Ticks);
        EventTime.After(5, long.MaxValue).ShouldBe(DateTimeOffset.MaxValue.Ticks);
    }

    private sealed record One(DateTimeOffset At, int Number);

    private sealed record Two(DateTimeOffset Sent, DateTimeOffset Seen);

    private sealed record Marked(DateTimeOffset Sent, [property: EventTime] DateTimeOffset Seen);

    private sealed record Timeless(int Number);
}
