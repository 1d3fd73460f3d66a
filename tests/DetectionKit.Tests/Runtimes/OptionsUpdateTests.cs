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
