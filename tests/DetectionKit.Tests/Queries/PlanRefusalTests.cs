using System.Linq.Expressions;
using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Queries;

/// <summary>What can't be a query is refused when it is read, with what it is and what to write instead.</summary>
public sealed class PlanRefusalTests
{
    [Fact]
    public void Plan_of_a_clock_names_the_member_and_what_to_use()
    {
        Refusal(events => events.Where(b => b.Time < DateTimeOffset.UtcNow).Select(b => b.Host))
            .ShouldBe("refused: where: b.Time < DateTimeOffset.UtcNow: The query reads DateTimeOffset.UtcNow, which differs from run to run: a detection knows event time only. Use a time of the event or the window (w.Start, w.End).");
        Refusal(events => events.Select(b => b.Host + Guid.NewGuid().ToString())).ShouldContain("The query reads Guid.NewGuid(), which differs");
    }

    [Fact]
    public void Plan_of_a_pane_that_is_used_whole_says_what_to_read()
    {
        Refusal(events => Windows(events).Aggregate(w => w)).ShouldContain("the pane itself can't leave its query: select what you need of it (w.Key, w.Start, w.Count())");
        Refusal(events => Windows(events).Aggregate(w => Size(w))).ShouldContain("the pane w can't be used whole: read w.Key, w.Start, or call an aggregate such as w.Count().");
    }

    [Fact]
    public void Plan_of_a_delegate_says_that_it_hides_what_it_reads()
    {
        Func<Beat, bool> isOdd = b => b.Host.Length % 2 == 1;
        Refusal(events => events.Where(b => isOdd(b)).Select(b => b.Host)).ShouldContain("calling the delegate");
    }

    [Fact]
    public void Plan_of_an_option_read_outside_a_lambda_names_the_place()
    {
        var message = Should.Throw<InvalidOperationException>(() => new Outside().Plan).Message;
        message.ShouldStartWith("outside: Define read an option outside a query expression, at Outside.Define");
        message.ShouldContain("PlanRefusalTests.cs:line ");
        message.ShouldEndWith("Options are symbols there: read them inside a lambda (c => c.RemotePort == o.Port, w => w.Tumbling(o.Window), () => o.Within).");
    }

    [Fact]
    public void Of_a_second_event_time_is_refused_and_the_same_one_is_not()
    {
        new Twice(b => b.Time).Plan.Sources.Count().ShouldBe(1);
        Should.Throw<InvalidOperationException>(() => new Twice(b => b.Time.AddHours(1)).Plan).Message.ShouldBe("Beat already has the event time b.Time: one event type has one event time in a detection.");
    }

    [Fact]
    public void Count_outside_of_a_query_says_where_it_lives() =>
        Should.Throw<InvalidOperationException>(() => default(Pane<Beat>)!.Count()).Message.ShouldEndWith("lives inside a query expression only: the engine reads it there, nothing calls it.");

    private static int Size<T>(Pane<T> pane) => pane is null ? 0 : 1;

    private static Windowed<string, Beat> Windows(Events<Beat> events) => events.GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1)));

    private static string Refusal<T>(Func<Events<Beat>, DetectionQuery<T>> define) => Should.Throw<NotSupportedException>(() => Detection.Define<Beat, T>("refused", define).Plan).Message;

    private sealed class Limit
    {
        public string Host { get; set; } = "a";
    }

    private sealed class Outside : Detection<Beat, string, Limit>
    {
        public override DetectionQuery<string> Define(Events<Beat> events, Limit o)
        {
            var host = o.Host;
            return events.Where(b => b.Host == host).Select(b => b.Host);
        }
    }

    private sealed class Twice(Expression<Func<Beat, DateTimeOffset>> second) : Detection<string>
    {
        public override DetectionQuery<string> Define(EventSources events) =>
            events.Of<Beat>(b => b.Time).Select(b => b.Host).Merge(events.Of(second).Select(b => b.Host));
    }
}
