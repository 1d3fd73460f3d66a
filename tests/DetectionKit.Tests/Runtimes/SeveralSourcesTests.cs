using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Runtimes;

public sealed class SeveralSourcesTests
{
    private static readonly RunSettings s_inOrder = new() { Disorder = Disorder.None };

    [Fact]
    public void Watermark_is_that_of_the_slower_source_until_it_is_idle()
    {
        var run = new BeatsAndPulses().Start(settings: s_inOrder);
        run.PushEvent(new Pulse(Beat.Ten, "A")).ShouldBeEmpty();

        run.PushEvent(new Beat(Beat.Ten.AddHours(2), "A")).ShouldBeEmpty();

        run.MarkIdle<Pulse>().ShouldHaveSingleItem().Value.ShouldBe("A1");
    }

    [Fact]
    public void Watermark_of_an_idle_source_counts_again_with_its_next_event()
    {
        var run = new BeatsAndPulses().Start(settings: s_inOrder);
        run.PushEvent(new Pulse(Beat.Ten, "A"));
        run.MarkIdle<Pulse>();
        run.PushEvent(new Beat(Beat.Ten.AddMinutes(10), "A"));
        run.PushEvent(new Pulse(Beat.Ten.AddMinutes(20), "A"));

        run.PushEvent(new Beat(Beat.Ten.AddHours(2), "A")).ShouldBeEmpty();

        run.Complete<Pulse>().ShouldHaveSingleItem().Value.ShouldBe("A3");
    }

    [Fact]
    public async Task Detect_gives_the_same_alerts_in_every_runtime()
    {
        Beat[] beats = [new(Beat.Ten, "A"), new(Beat.Ten.AddHours(3), "B")];
        Pulse[] pulses = [new(Beat.Ten.AddMinutes(1), "A"), new(Beat.Ten.AddHours(3), "A")];
        string[] expected = ["A2", "A1", "B1"];
        var settings = new RunSettings { Disorder = Disorder.Within(TimeSpan.FromHours(4)) };

        new EventInputs().Add(beats).Add(pulses).Detect(new BeatsAndPulses(), settings: settings).Select(alert => alert.Value).ShouldBe(expected);
        var async = new AsyncEventInputs().Add(beats.ToAsyncEnumerable()).Add(pulses.ToAsyncEnumerable()).Detect(new BeatsAndPulses(), settings: settings);
        (await async.Select(alert => alert.Value).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(expected);
        var observed = new List<string>();
        using var subscription = new ObservableEventInputs()
            .Add(System.Reactive.Linq.Observable.ToObservable(beats)).Add(System.Reactive.Linq.Observable.ToObservable(pulses))
            .Detect(new BeatsAndPulses(), settings: settings).Subscribe(System.Reactive.Observer.Create<Alert<string>>(alert => observed.Add(alert.Value)));
        observed.ShouldBe(expected);
    }

    [Fact]
    public void Push_of_a_type_that_is_not_read_names_those_that_are() =>
        Should.Throw<ArgumentException>(() => new BeatsAndPulses().Start().PushEvent("text")).Message.ShouldContain("Beat");
}
