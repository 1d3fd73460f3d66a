using System.CommandLine;
using System.Globalization;
using DetectionKit.CommandLine.Progress;
using DetectionKit.Simulator;
using DetectionKit.Simulator.Writers;
using DetectionKit.Simulator.Writers.Formats;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Writes simulated telemetry with its ground truth.</summary>
internal sealed class SimulateCommand : AppCommand
{
    private readonly SimulationSettings _settings = new();
    private readonly Option<string> _out = new("--out") { HelpName = "DIR", Description = "The folder to write to; files in it of these names are replaced.", Required = true };
    private readonly Option<string[]> _format = new Option<string[]>("--format")
    {
        HelpName = "FORMAT",
        Description = $"The shape of the events; may stand several times. Default: fdr and fdr-raw. {string.Join("; ", TelemetryFormat.All.Select(format => $"{format.Name}: {format.FileName}"))}.",
        AllowMultipleArgumentsPerToken = false,
    }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. TelemetryFormat.All.Select(format => format.Name)]);

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress." };

    public SimulateCommand(CommandContext context)
        : base(context, "simulate", "Writes the telemetry of a simulated organisation under attack, with what is true of it (ground-truth.json): by default events.ndjson (CrowdStrike FDR, enriched) and raw.ndjson (the same, raw).")
    {
        _settings.AddTo(this);
        Add(_format);
        Add(_out);
        Add(_quiet);
    }

    internal override IReadOnlyList<string> Examples => ["simulate --seed 7 --hosts 200 --hours 6 --out artifacts/sim", "simulate --seed 1 --hosts 1000 --days 2 --format sysmon --out artifacts/big"];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var isQuiet = arguments.GetValue(_quiet);
        var options = _settings.Read(arguments);
        var formats = arguments.GetValue(_format) is { Length: > 0 } names ? names.Distinct(StringComparer.OrdinalIgnoreCase) : ["fdr", "fdr-raw"];
        var written = await WriteAsync(options, [.. formats.Select(TelemetryFormat.Named)], arguments.GetRequiredValue(_out), isQuiet, cancellationToken).ConfigureAwait(false);
        foreach (var path in (string[])[.. written.Paths, written.GroundTruthPath]) await Context.Console.Output.WriteLineAsync(path).ConfigureAwait(false);
        if (!isQuiet) await Context.Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{written.Connections:N0} connections, {written.Bytes / 1e6:N0} MB")).ConfigureAwait(false);
        if (!isQuiet && written.Imperfections is { } imperfect)
        {
            await Context.Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"on purpose, of {imperfect.Occurred:N0} events: {imperfect.Lost:N0} lost, {imperfect.Duplicates:N0} twice, {imperfect.Late:N0} late, {imperfect.Disordered:N0} out of order, {imperfect.Skewed:N0} by a wrong clock, {imperfect.MissingFields:N0} without a field, {imperfect.Malformed:N0} cut off")).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private async Task<WrittenSimulation> WriteAsync(SimulationOptions options, IReadOnlyList<TelemetryFormat> formats, string folder, bool isQuiet, CancellationToken cancellationToken)
    {
        var progress = new LatestProgress();
        var display = new ProgressDisplay(isQuiet ? TextWriter.Null : Context.Console.Error, !isQuiet && Context.Console.IsErrorTerminal);
        WrittenSimulation? written = null;
        await display.WatchAsync(
            async () => written = await SimulationWriter.WriteAsync(Simulation.Create(options), folder, formats, progress, cancellationToken).ConfigureAwait(false),
            progress.Line).ConfigureAwait(false);
        return written!;
    }
}
