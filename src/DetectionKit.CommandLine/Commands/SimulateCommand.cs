using System.CommandLine;
using System.Globalization;
using DetectionKit.CommandLine.Progress;
using DetectionKit.Simulator;
using DetectionKit.Simulator.Writers;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Writes simulated telemetry with its ground truth.</summary>
internal sealed class SimulateCommand : AppCommand
{
    private readonly SimulationSettings _settings = new();
    private readonly Option<string> _out = new("--out") { HelpName = "DIR", Description = "The folder to write to; files in it of these names are replaced.", Required = true };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress." };

    public SimulateCommand(CommandContext context)
        : base(context, "simulate", "Writes the telemetry of a simulated organisation under attack, with what is true of it: events.ndjson (CrowdStrike FDR, enriched), raw.ndjson (the same, raw) and ground-truth.json.")
    {
        _settings.AddTo(this);
        Add(_out);
        Add(_quiet);
    }

    internal override IReadOnlyList<string> Examples => ["simulate --seed 7 --hosts 200 --hours 6 --out artifacts/sim", "simulate --seed 1 --hosts 1000 --days 2 --out artifacts/big"];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var isQuiet = arguments.GetValue(_quiet);
        var options = _settings.Read(arguments);
        var written = await WriteAsync(options, arguments.GetRequiredValue(_out), isQuiet, cancellationToken).ConfigureAwait(false);
        foreach (var path in (string[])[written.EventsPath, written.RawPath, written.GroundTruthPath]) await Context.Console.Output.WriteLineAsync(path).ConfigureAwait(false);
        if (!isQuiet) await Context.Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{written.Connections:N0} connections, {written.Bytes / 1e6:N0} MB")).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private async Task<WrittenSimulation> WriteAsync(SimulationOptions options, string folder, bool isQuiet, CancellationToken cancellationToken)
    {
        var progress = new LatestProgress();
        var display = new ProgressDisplay(isQuiet ? TextWriter.Null : Context.Console.Error, !isQuiet && Context.Console.IsErrorTerminal);
        WrittenSimulation? written = null;
        await display.WatchAsync(
            async () => written = await SimulationWriter.WriteAsync(Simulation.Create(options), folder, progress, cancellationToken).ConfigureAwait(false),
            progress.Line).ConfigureAwait(false);
        return written!;
    }
}
