using System.Net;
using DetectionKit.Testing.Events;

namespace DetectionKit.Testing.Tests.Events;

public sealed class EventBuilderTests
{
    [Fact]
    public void Of_fills_every_member()
    {
        var e = EventBuilder.Of<NetworkConnection>().At("00:05");

        e.ShouldBe(new NetworkConnection(new(2026, 3, 2, 0, 5, 0, TimeSpan.Zero), "host-1", "user-1", @"C:\Tools\agent.exe", "commandline-1", IPAddress.Parse("203.0.113.9"), 443) { Process = "process-1" });
    }

    [Fact]
    public void With_changes_one_member_of_a_copy()
    {
        var any = EventBuilder.Of<NetworkConnection>();
        var other = any.With(c => c.RemotePort, 8080).With(c => c.Host, null);

        other.At("00:00").RemotePort.ShouldBe(8080);
        other.At("00:00").Host.ShouldBeNull();
        any.At("00:00").RemotePort.ShouldBe(443);
        Should.Throw<ArgumentException>(() => any.With(c => c.Host!.Length, 3)).Message.ShouldContain("write x => x.Member");
        Should.Throw<ArgumentException>(() => EventBuilder.Of<WithSetters>().With(e => e.Fixed, 3)).Message.ShouldContain("WithSetters.Fixed can't be set");
    }

    [Fact]
    public void Every_gives_events_one_after_the_other()
    {
        var events = EventBuilder.Of<Call>().Every(5.Minutes(), times: 3, from: "1.02:00").ToList();

        events.Select(e => e.Time).ShouldBe([VirtualTime.At("1.02:00"), VirtualTime.At("1.02:05"), VirtualTime.At("2026-03-03T02:10:00Z")]);
        EventBuilder.Of<Call>().Every(1.Seconds(), times: 0).ShouldBeEmpty();
    }

    [Fact]
    public void Classes_with_setters_are_made_too()
    {
        var e = EventBuilder.Of<WithSetters>().With(e => e.Name, "n").At("00:01");

        (e.When, e.Name, e.Fixed).ShouldBe((VirtualTime.At("00:01"), "n", 7));
    }

    [Fact]
    public void Types_that_no_one_can_make_are_refused() =>
        Should.Throw<NotSupportedException>(EventBuilder.Of<IDisposable>).Message.ShouldContain("IDisposable can't be made from its members");

    [Fact]
    public void Events_without_a_time_that_is_clear_are_refused_when_they_are_timed() =>
        Should.Throw<NotSupportedException>(() => EventBuilder.Of<TwoTimes>().At("00:00")).Message.ShouldBe("TwoTimes has no DateTimeOffset member that can be set, or several and none is marked [EventTime].");

    [Fact]
    public void Times_that_are_none_are_refused_with_an_example() =>
        Should.Throw<FormatException>(() => VirtualTime.At("5")).Message.ShouldBe("'5' is no time: write 00:05, 1.02:00 (a day and two hours) or 2026-03-02T00:05:00Z.");

    private sealed record TwoTimes(DateTimeOffset First, DateTimeOffset Second);

    private sealed class WithSetters
    {
        public DateTimeOffset When { get; init; }

        public string? Name { get; set; }

        public int Fixed { get; } = 7;
    }
}
