using System.CommandLine;
using System.Globalization;
using DetectionKit.CommandLine.Configuration;
using DetectionKit.CommandLine.Progress;
using DetectionKit.CommandLine.Reading;
using DetectionKit.CommandLine.Tuning;
using DetectionKit.GroundTruth;
using DetectionKit.Sources;
using DetectionKit.Tuning.Recommending;
using DetectionKit.Tuning.Reporting;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Sweeps options over labelled events, and recommends a setting.</summary>
internal sealed class TuneCommand : AppCommand
{
    private readonly Argument<string> _detection = new("DETECTION") { Description = "The detection's id, as list prints it." };
    private readonly SimulationSettings _simulation = new();
    private readonly Option<string[]> _sweep = new("--sweep") { HelpName = "Option=VALUES", Description = "An option and its values: 4..40, 4..40:2 (by twos), or 1,2,4. May stand several times: all combinations are tried.", Required = true };
    private readonly Option<string[]> _events = new("--events") { HelpName = "INPUT", Description = "Recorded events in lieu of a simulation: files, folders or globs. Needs --truth.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _truth = new("--truth") { HelpName = "FILE", Description = "What is true of --events: labels by key and time, or verdicts by alert id, as docs/tuning.md describes." };
    private readonly Option<string?> _format = new("--format") { HelpName = "FORMAT", Description = $"The shape of --events: {KnownFormats.Names} or {KnownFormats.Json}. Default: told from the content." };
    private readonly Option<int> _seeds = OptionKinds.Number("--seeds", "How many seeds, from --seed on, the setting is chosen on.", 2, 1);
    private readonly Option<int> _heldOut = OptionKinds.Number("--held-out-seeds", "How many seeds after those it is confirmed on.", 1, 0);
    private readonly Option<double?> _most = new("--max-fp-per-1000-host-days") { HelpName = "N", Description = "The most false positives for each 1,000 hosts and day." };
    private readonly Option<double?> _recall = new("--min-recall") { HelpName = "N", Description = "The least share of campaigns that must be found, 0 to 1." };
    private readonly Option<string[]> _must = new("--must-detect") { HelpName = "CAMPAIGN", Description = "A campaign that must be found; may stand several times." };
    private readonly Option<string[]> _report = new("--report") { HelpName = "FILE", Description = "Writes a report: .html (one page with charts), .md or .json. May stand several times." };
    private readonly Option<string?> _save = new("--save-options") { HelpName = "FILE", Description = "Writes the recommended options as a file for --config." };
    private readonly Option<string> _output = new Option<string>("--output", "-o") { Description = "What is printed: a table, or the report as JSON.", DefaultValueFactory = _ => "table" }.AcceptOnlyFromAmong("table", "json");
    private readonly OptionsOfDetection _options = new();
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress." };

    public TuneCommand(CommandContext context)
        : base(context, "tune", "Tries many settings of a detection's options over labelled events, simulated or your own, and recommends the one that finds most within a budget of false positives.")
    {
        Add(_detection);
        foreach (var option in (Option[])[_sweep, _events, _truth, _format]) Add(option);
        _simulation.AddTo(this);
        foreach (var option in (Option[])[_seeds, _heldOut, _most, _recall, _must, _report, _save, _output]) Add(option);
        _options.AddTo(this);
        Add(_quiet);
    }

    internal override IReadOnlyList<string> Examples =>
    [
        "tune vps-beaconing --sweep MinConnections=4..40 --report artifacts/tune.html",
        "tune vps-beaconing --seed 1 --hosts 500 --days 7 --sweep MinConnections=4..40 --sweep CriticalPorts=1,2,4 --max-fp-per-1000-host-days 5 --report artifacts/tune.html",
        "tune vps-beaconing --events logs/events.ndjson --truth logs/ground-truth.json --sweep MinConnections=4..40 --save-options tuned.json",
    ];

    internal override string Remarks =>
        "How it works:\n  Without --events it simulates an organisation under attack, once a seed, so that nothing else is needed. Every setting is scored by what is true of the events. The best one within the\n  budget is recommended, and confirmed on seeds that it was not chosen on. Use what it saves with run DETECTION INPUT --config FILE.\n";

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var selected = Context.Catalogue.Select(arguments.GetRequiredValue(_detection));
        if (selected is not [var detection]) throw new CommandException("One detection is tuned at a time: name it.");
        foreach (var path in arguments.GetValue(_report) ?? []) TuningOutput.ThrowIfUnknown(path);
        if (arguments.GetValue(_recall) is < 0 or > 1) throw new CommandException("--min-recall is a share, from 0 to 1.");
        var grid = Grid(arguments, detection, _options.Read(arguments, Context, selected));
        var (training, heldOut) = Inputs(arguments, detection);
        var simulated = TimeSpan.FromTicks(training.Concat(heldOut).Sum(input => input.Simulation?.Options.Duration.Ticks ?? 0));
        var progress = new TuneProgress(training.Count + heldOut.Count, grid.Settings.Count, simulated);
        var isQuiet = arguments.GetValue(_quiet);
        var results = new List<SweepResult>();
        await new ProgressDisplay(isQuiet ? TextWriter.Null : Context.Console.Error, !isQuiet && Context.Console.IsErrorTerminal).WatchAsync(
            async () =>
            {
                foreach (var input in training.Concat(heldOut))
                    results.Add(await detection.Accept(new SweepRunner(grid, new() { Disorder = Disorder.Any, EvidenceEvents = 0 }, progress, input, cancellationToken)).ConfigureAwait(false));
            },
            progress.Line).ConfigureAwait(false);
        var budget = new Budget(arguments.GetValue(_most), arguments.GetValue(_recall), arguments.GetValue(_must));
        var report = new TuningReport(detection.Info, grid, results[..training.Count], results[training.Count..], budget, [.. training.Select(input => input.Truth)]);
        foreach (var path in arguments.GetValue(_report) ?? []) TuningOutput.Write(report, path);
        if (arguments.GetValue(_save) is { } file) TuningOutput.Save(file, TunedOptions.Write(detection.Info.Id, report.Recommendation.Setting));
        if (arguments.GetValue(_output) == "json") await Context.Console.Output.WriteAsync(TuningJson.Write(report)).ConfigureAwait(false);
        else TuningOutput.WriteTable(report, Context.Console);
        if (!isQuiet) await WarnAsync(training.Concat(heldOut)).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private TuningGrid Grid(ParseResult arguments, Detection detection, DetectionConfiguration configuration)
    {
        try
        {
            return TuningGrid.Of(detection, [.. (arguments.GetValue(_sweep) ?? []).Select(SweepAxis.Parse)], configuration.SectionOf(detection));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new CommandException($"--sweep: {e.Message.Split(" (Parameter ", 2)[0]}", e);
        }
    }

    private (IReadOnlyList<SweepInput> Training, IReadOnlyList<SweepInput> HeldOut) Inputs(ParseResult arguments, Detection detection)
    {
        if (arguments.GetValue(_events) is { Length: > 0 } events)
        {
            var path = arguments.GetValue(_truth) ?? throw new CommandException("--events needs --truth FILE: what is true of them. docs/tuning.md shows how to write one by hand.");
            var input = new InputSelection(events, new SourceOptions { Format = arguments.GetValue(_format), Disorder = Disorder.Any, StandardInput = Context.Console.StandardInput });
            return ([new(string.Join(", ", events), Truth(path)) { Events = input }], []);
        }

        if (arguments.GetValue(_truth) is not null) throw new CommandException("--truth is about recorded events: name them with --events.");
        if (detection.Plan.Sources.Any(source => source.RowType != typeof(NetworkConnection)))
            throw new CommandException($"{detection.Info.Id} reads {string.Join(" and ", detection.Plan.Sources.Select(source => source.RowType.Name).Distinct())}, and the simulator makes NetworkConnection events: give --events and --truth.");
        var options = _simulation.Read(arguments);
        var seeds = Enumerable.Range(0, arguments.GetValue(_seeds) + arguments.GetValue(_heldOut)).Select(i => SweepInput.Of(options with { Seed = options.Seed + i })).ToList();
        return (seeds[..arguments.GetValue(_seeds)], seeds[arguments.GetValue(_seeds)..]);
    }

    private static GroundTruthDocument Truth(string path)
    {
        try
        {
            return GroundTruthDocument.Load(path);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--truth: {e.Message}", e);
        }
    }

    private async Task WarnAsync(IEnumerable<SweepInput> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.Sources.Malformed > 0) await Context.Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{input.Name}: {input.Sources.Malformed:N0} records are malformed: {input.Sources.MalformedSamples.FirstOrDefault()}")).ConfigureAwait(false);
            foreach (var fault in input.Sources.Faults) await Context.Console.Error.WriteLineAsync($"{input.Name}: not read to its end: {fault}").ConfigureAwait(false);
            if (input.Report.FaultyEvents > 0) await Context.Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{input.Name}: {input.Report.FaultyEvents:N0} events are faulty: {input.Report.FaultySample[0].Error.Message}")).ConfigureAwait(false);
        }
    }
}
