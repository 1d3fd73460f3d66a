using System.Reactive.Subjects;
using DetectionKit.Tests.Explain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetectionKit.Tests.Detections.Registration;

public sealed class OptionsReloadTests
{
    private const string MinConnections = "Detections:bursts:MinConnections";
    private static readonly RunSettings s_inOrder = new() { Disorder = Disorder.None };

    [Fact]
    public void Detect_on_an_observable_follows_a_change_of_thresholds()
    {
        var configuration = new ChangingConfiguration((MinConnections, "5"));
        using var services = Services(configuration);
        using var connections = new Subject<NetworkConnection>();
        var alerts = new List<Alert<Burst>>();
        using var run = connections.Detect(services.GetRequiredService<Bursts>(), services.GetRequiredService<IOptionsMonitor<BurstOptions>>(), s_inOrder).Subscribe(alerts.Add);

        SendHour(connections, 0);
        alerts.ShouldBeEmpty();

        // The open window of this hour is judged by the options in force when it closes.
        configuration.Change(MinConnections, "3");
        SendHour(connections, 1);
        connections.OnCompleted();
        alerts.Select(alert => (alert.Window.Start, alert.Value.Connections)).ShouldBe([(Connections.Start, 3), (Connections.Start.AddHours(1), 3)]);
    }

    [Fact]
    public void Detect_on_an_observable_goes_on_with_the_last_good_options_after_a_bad_change()
    {
        var configuration = new ChangingConfiguration((MinConnections, "3"));
        using var services = Services(configuration);
        var monitor = services.GetRequiredService<IOptionsMonitor<BurstOptions>>();
        var reloads = services.GetRequiredService<OptionsReloadReport>();
        var told = new List<OptionsReload>();
        reloads.Refused += told.Add;
        using var connections = new Subject<NetworkConnection>();
        var alerts = new List<Alert<Burst>>();
        Exception? failure = null;
        using var run = connections.Detect(services.GetRequiredService<Bursts>(), monitor, s_inOrder).Subscribe(alerts.Add, e => failure = e);

        SendHour(connections, 0);
        var good = monitor.CurrentValue;
        configuration.Change(MinConnections, "0");
        monitor.CurrentValue.ShouldBeSameAs(good);
        configuration.Change("Detections:bursts:MaxPort", "1");
        monitor.CurrentValue.ShouldBeSameAs(good);
        SendHour(connections, 1);
        SendHour(connections, 2);

        failure.ShouldBeNull();
        alerts.Count.ShouldBe(2);
        reloads.RefusedReloads.ShouldBe(2);
        told.Select(reload => reload.Errors.ShouldHaveSingleItem()).ShouldBe(["bursts: MinConnections is 0; it must be at least 1.", "Detections:bursts:MaxPort is not an option; the nearest is MaxPorts."]);
        reloads.LastRefused.ShouldBe(told[^1]);
    }

    [Fact]
    public void Monitor_takes_a_good_change_after_a_bad_one()
    {
        var configuration = new ChangingConfiguration((MinConnections, "3"));
        using var services = Services(configuration);
        var monitor = services.GetRequiredService<IOptionsMonitor<BurstOptions>>();

        monitor.CurrentValue.MinConnections.ShouldBe(3);
        configuration.Change(MinConnections, "0");
        configuration.Change(MinConnections, "6");
        monitor.CurrentValue.MinConnections.ShouldBe(6);
    }

    [Fact]
    public void Detect_with_a_monitor_that_throws_or_gives_invalid_options_goes_on_and_counts_each_change_once()
    {
        var monitor = new HandMonitor(new() { MinConnections = 3 });
        using var connections = new Subject<NetworkConnection>();
        var report = new RunReport();
        var alerts = new List<Alert<Burst>>();
        Exception? failure = null;
        using var run = connections.Detect(new Bursts(), monitor, s_inOrder, report).Subscribe(alerts.Add, e => failure = e);

        SendHour(connections, 0);
        monitor.Current = () => throw new OptionsValidationException("", typeof(BurstOptions), ["broken"]);
        SendHour(connections, 1);
        (report.RefusedOptions, report.LastRefusedOptions).ShouldBe((1L, "broken"));
        var invalid = new BurstOptions { MinConnections = 0 };
        monitor.Current = () => invalid;
        SendHour(connections, 2);
        report.RefusedOptions.ShouldBe(2);
        report.LastRefusedOptions.ShouldBe("bursts: MinConnections is 0; it must be at least 1.");
        var high = new BurstOptions { MinConnections = 100 };
        monitor.Current = () => high;
        SendHour(connections, 3);
        connections.OnCompleted();

        failure.ShouldBeNull();
        report.RefusedOptions.ShouldBe(2);

        // The third hour was open when the last, good options came, and is judged by them.
        alerts.Select(alert => alert.Window.Start).ShouldBe([Connections.Start, Connections.Start.AddHours(1)]);
    }

    private static ServiceProvider Services(ChangingConfiguration configuration) =>
        new ServiceCollection().AddDetectionKit(configuration.Root).AddDetection<Bursts>().Services.BuildServiceProvider();

    private static void SendHour(Subject<NetworkConnection> connections, int hour)
    {
        for (var i = 0; i < 3; i++) connections.OnNext(Connections.At((hour * 60) + i));
    }

    private sealed class HandMonitor(BurstOptions options) : IOptionsMonitor<BurstOptions>
    {
        internal Func<BurstOptions> Current { get; set; } = () => options;

        public BurstOptions CurrentValue => Current();

        public BurstOptions Get(string? name) => Current();

        public IDisposable? OnChange(Action<BurstOptions, string?> listener) => null;
    }
}
