using System.CommandLine;
using DetectionKit.CommandLine.Configuration;
using DetectionKit.CommandLine.Demo;
using DetectionKit.CommandLine.Progress;
using DetectionKit.CommandLine.Reading;
using DetectionKit.CommandLine.Running;
using DetectionKit.Simulator;
using DetectionKit.Simulator.Writers;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Simulates, runs and shows, in one go.</summary>
internal sealed class DemoCommand : AppCommand
{
    private readonly Option<int> _seed = new("--seed") { HelpName = "N", Description = "The seed of all randomness.", DefaultValueFactory = _ => 7 };
    private readonly Option<int> _hosts = OptionKinds.Number("--hosts", "How many hosts the organisation has.", 60, 1);

    public DemoCommand(CommandContext context)
        : base(context, "demo", "Simulates an organisation under attack in a temporary folder, runs the detections over its telemetry, and shows which campaigns they found and which not, and why.")
    {
        Add(_seed);
        Add(_hosts);
    }

    internal override IReadOnlyList<string> Examples => ["demo", "demo --seed 8 --hosts 200"];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var detections = Context.Catalogue.Detections.Where(d => d.Plan.Sources.All(s => s.RowType == typeof(NetworkConnection))).ToList();
        if (detections.Count == 0) throw new CommandException("No detection here reads NetworkConnection events, which are what the demonstration simulates.");
        var simulation = Simulation.Create(new SimulationOptions { Seed = arguments.GetValue(_seed), Hosts = arguments.GetValue(_hosts) });
        var folder = Directory.CreateTempSubdirectory("detectionkit-demo-");
        try
        {
            var written = await SimulateAsync(simulation, folder.FullName, cancellationToken).ConfigureAwait(false);
            var activity = CampaignActivity.Of(simulation);
            foreach (var detection in detections)
            {
                var alerts = await RunAsync(detection, detections, written.EventsPath, cancellationToken).ConfigureAwait(false);
                new DemoReport(Context.Console, simulation, detection, [.. alerts.Select(a => DemoAlert.Of(a, simulation.GroundTruth))], activity).Write();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return ExitCode.Success;
    }

    private async Task<WrittenSimulation> SimulateAsync(Simulation simulation, string folder, CancellationToken cancellationToken)
    {
        var progress = new LatestProgress();
        WrittenSimulation? written = null;
        await new ProgressDisplay(Context.Console.Error, Context.Console.IsErrorTerminal).WatchAsync(
            async () => written = await SimulationWriter.WriteAsync(simulation, folder, progress, cancellationToken).ConfigureAwait(false), progress.Line).ConfigureAwait(false);
        return written!;
    }

    private async Task<List<Alert>> RunAsync(Detection detection, IReadOnlyList<Detection> detections, string path, CancellationToken cancellationToken)
    {
        var (report, sources) = (new RunReport(), new SourceReport());
        var request = new RunRequest(new InputSelection([path], new SourceOptions()), new DetectionConfiguration(Context.Catalogue, detections, null, []), new RunSettings { Disorder = Disorder.Any });
        var counters = new RunCounters(detection.Info.Id, report, sources);
        var alerts = new List<Alert>();
        var runner = new DetectionRunner(request, report, sources, alerts.Add, _ => { }, cancellationToken);
        await new ProgressDisplay(Context.Console.Error, Context.Console.IsErrorTerminal).WatchAsync(() => detection.Accept(runner), counters.Line).ConfigureAwait(false);
        await Context.Console.Error.WriteLineAsync(counters.Summary()).ConfigureAwait(false);
        return alerts;
    }
}
