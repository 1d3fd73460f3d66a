using System.Reactive.Linq;
using Microsoft.Extensions.Configuration;

namespace DetectionKit.Samples.Tests.WritingDetections;

public sealed class RunningTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly FileTransfer[] _transfers = [.. Enumerable.Range(0, 4).Select(i => new FileTransfer(s_start.AddMinutes(i), s_start.AddMinutes(i), "ws-17", null, "d", 900_000_000))];

    [Fact]
    public async Task Detect_every_runtime_gives_the_same_alerts()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var list = new List<Alert>();
        IEnumerable<FileTransfer> transfers = _transfers;
        IAsyncEnumerable<FileTransfer> stream = _transfers.ToAsyncEnumerable();
        IObservable<FileTransfer> observable = _transfers.ToObservable();
        Action<Alert<Exfiltrated>> handle = list.Add;

        // <snippet runtimes>
        foreach (var alert in transfers.Detect(new Exfiltration())) handle(alert);

        await foreach (var alert in stream.Detect(new Exfiltration()).WithCancellation(cancellationToken)) handle(alert);

        using var subscription = observable.Detect(new Exfiltration()).Subscribe(handle);
        // </snippet>

        list.Count.ShouldBe(3);
        list.Select(alert => alert.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Start_options_change_while_it_runs()
    {
        var (before, after) = (_transfers[..1], _transfers[1..]);
        var alerts = new List<Alert<Exfiltrated>>();

        // <snippet driving>
        var run = new Exfiltration().Start(settings: new RunSettings { Disorder = Disorder.None });
        foreach (var transfer in before) alerts.AddRange(run.PushEvent(transfer));

        run.UpdateOptions(new ExfiltrationOptions { MinBytes = 3_000_000_000 });
        foreach (var transfer in after) alerts.AddRange(run.PushEvent(transfer));

        alerts.AddRange(run.Complete());
        Console.WriteLine($"{run.Report.Events} events, {run.Report.LateEvents} late, {run.Report.Alerts} alerts");
        // </snippet>

        alerts.ShouldHaveSingleItem().Value.Bytes.ShouldBe(3_600_000_000);
        run.Report.StateResets.ShouldBe(0);
    }

    [Fact]
    public void Bind_configuration_lists_replace_and_add()
    {
        // <snippet binding>
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Detections:exfiltration:MinBytes"] = "500000000",
            ["Detections:exfiltration:KnownDestinations:Add:0"] = "mirror.example.com",
        }).Build();
        var options = DetectionOptionsBinder.Bind<ExfiltrationOptions>(configuration.GetSection("Detections:exfiltration"));
        // </snippet>

        options.MinBytes.ShouldBe(500_000_000);
        options.KnownDestinations.ShouldBe(["backup.example.com", "mirror.example.com"]);
    }
}
