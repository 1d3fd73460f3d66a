namespace DetectionKit.Tests.Events;

public sealed class HiddenMembersTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Fires_when_a_member_hides_one_of_another_type()
    {
        var detection = Detection.Define("hidden", (Events<Login> events) => events
            .Where(e => e.User == 5)
            .GroupBy(e => e.User).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(g => new { User = g.Key, Count = g.Count() }));

        var reads = detection.ReadsOf<Login>();
        reads.Members.ShouldBe(["Time", "User"], ignoreOrder: true);
        reads.Filters.ShouldHaveSingleItem().Predicate.ShouldBeOfType<Func<int, bool>>();
        Logins().Detect(detection).ShouldHaveSingleItem().Value.ShouldBe(new { User = 5, Count = 2 });
    }

    [Fact]
    public void Fires_when_it_reads_the_member_that_is_hidden()
    {
        var detection = OfAccounts<Login>();

        // Of the event a source knows the other member by this name.
        detection.ReadsOf<Login>().Members.ShouldBeNull();
        detection.ReadsOf<Login>().Filters.ShouldBeEmpty();
        Logins().Detect(detection).ShouldHaveSingleItem().Value.ShouldBe(new Found("alice", 3));
    }

    [Fact]
    public void Fires_when_a_member_overrides_another()
    {
        var detection = OfAccounts<Renamed>();

        detection.ReadsOf<Renamed>().Members.ShouldBe(["Time", "User"], ignoreOrder: true);
        new[] { new Renamed { Time = s_start } }.Detect(detection).ShouldHaveSingleItem().Value.ShouldBe(new Found("bob", 1));
    }

    [Fact]
    public void Fires_when_the_events_are_of_an_interface_that_extends_another()
    {
        var detection = Detection.Define("interface", (Events<IRequest> events) => events
            .GroupBy(e => e.User).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(g => new { User = g.Key, Bytes = g.Sum(e => e.Bytes) }));
        IRequest[] requests = [new Request(s_start, "alice", 5), new Request(s_start, "alice", 6)];

        requests.Detect(detection).ShouldHaveSingleItem().Value.ShouldBe(new { User = "alice", Bytes = 11L });
        detection.Explain().Sources.ShouldHaveSingleItem().Members.Select(member => member.Type).ShouldBe([typeof(long), typeof(DateTimeOffset), typeof(string)], ignoreOrder: true);
    }

    private static Detection<Found, NoOptions> OfAccounts<T>()
        where T : Account =>
        Detection.Define("accounts", (Events<T> events) => events
            .Where(e => e.User != "")
            .GroupBy(e => e.User).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(g => new { User = g.Key, Count = g.Count() })
            .Select(found => new Found(found.User, found.Count)));

    private static Login[] Logins() => [new() { Time = s_start, User = 5 }, new() { Time = s_start.AddMinutes(1), User = 6 }, new() { Time = s_start.AddMinutes(2), User = 5 }];

    public interface ITimed
    {
        DateTimeOffset Time { get; }

        string User { get; }
    }

    public interface IRequest : ITimed
    {
        long Bytes { get; }
    }

    public class Account
    {
        public DateTimeOffset Time { get; init; }

        public virtual string User { get; init; } = "alice";
    }

    public sealed class Login : Account
    {
        public new int User { get; init; }
    }

    public sealed class Renamed : Account
    {
        public override string User { get; init; } = "bob";
    }

    public sealed record Request(DateTimeOffset Time, string User, long Bytes) : IRequest;

    public sealed record Found(string User, int Count);
}
