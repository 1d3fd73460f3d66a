using DetectionKit.Tests.Properties;
using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Runtimes;

/// <summary>Options that change while a run goes on.</summary>
public sealed class OptionsUpdateTests
{
    private static readonly FlowDetection<int> s_counts = new("counts", (events, o) => events.Where(c => c.Port == o.Port).GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => w.Count()).Where(n => n >= o.Min));

    [Fact]
    public void Option_of_a_window_that_changes_starts_its_state_anew()
    {
        var run = s_counts.Start(new FlowOptions(), new() { Disorder = Disorder.None });
        run.PushEvent(At(0));
        run.PushEvent(At(1));

        run.UpdateOptions(new FlowOptions { Window = TimeSpan.FromMinutes(10) });

        (run.Report.StateResets, run.Report.OpenGroups).ShouldBe((1, 0));
        run.PushEvent(At(2));
        run.PushEvent(At(3));
        run.PushEvent(At(4));
        run.PushEvent(At(12)).ShouldHaveSingleItem().Value.ShouldBe(3);
        run.Complete().ShouldBeEmpty();
    }

    [Fact]
    public void Option_of_a_condition_that_changes_leaves_the_state()
    {
        var run = s_counts.Start(new FlowOptions(), new() { Disorder = Disorder.None });
        run.PushEvent(At(0));

        run.UpdateOptions(new FlowOptions { Min = 1 });

        (run.Report.StateResets, run.Report.OpenGroups).ShouldBe((0, 1));
        run.Complete().ShouldHaveSingleItem().Value.ShouldBe(1);
    }

    public static TheoryData<string, object> WithState => new()
    {
        { "the key of windows", new FlowDetection<int>("d", (events, o) => events.GroupBy(c => c.Port == o.Port).Window(w => w.Tumbling(o.Window)).Aggregate(w => w.Count())) },
        { "the parameter of an aggregate", new FlowDetection<int>("d", (events, o) => events.Window(w => w.Tumbling(o.Window)).Aggregate(w => (int)w.Percentile(c => c.Port, o.Port / 1000d))) },
        { "the key of distinct rows", new FlowDetection<int>("d", (events, o) => events.Distinct(c => new { c.Host, Other = c.Port == o.Port }, () => o.Quiet).Select(c => c.Port)) },
        { "the first key of a sequence", new FlowDetection<int>("d", (events, o) => events.FollowedBy(events.Where(c => c.Port == 80), a => a.Port == o.Port, b => true, () => o.Quiet, (a, b) => b.Port)) },
        { "the second key of a sequence", new FlowDetection<int>("d", (events, o) => events.FollowedBy(events.Where(c => c.Port == 80), a => true, b => b.Port == o.Port, () => o.Quiet, (a, b) => b.Port)) },
    };

    [Theory]
    [MemberData(nameof(WithState))]
    public void Option_that_state_is_made_of_starts_it_anew(string what, object detection)
    {
        var run = ((FlowDetection<int>)detection).Start(new FlowOptions { Port = 443 }, new() { Disorder = Disorder.None });
        run.PushEvent(At(0));
        run.PushEvent(At(1));
        run.Report.OpenGroups.ShouldBeGreaterThan(0, what);

        run.UpdateOptions(new FlowOptions { Port = 444, Min = 99 });

        (run.Report.StateResets, run.Report.OpenGroups).ShouldBe((1, 0), what);
    }

    [Fact]
    public void Source_that_is_complete_takes_no_more_and_one_that_is_none_is_named()
    {
        var run = s_counts.Start(new FlowOptions(), new() { Disorder = Disorder.None });
        Should.Throw<ArgumentException>(() => run.PushEvent("text")).Message.ShouldContain("reads no String; it reads Flow");
        run.Complete();
        Should.Throw<InvalidOperationException>(() => run.PushEvent(At(1))).Message.ShouldContain("The run is complete");
    }

    private static Flow At(int minute) => new(Beat.Ten.AddMinutes(minute), "a", null, null, 443, null, null, null, default, default, default);
}
