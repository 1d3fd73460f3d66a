using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DetectionKit.CommandLine.Backtest;
using DetectionKit.CommandLine.Configuration;
using DetectionKit.CommandLine.Progress;
using DetectionKit.CommandLine.Reading;
using DetectionKit.CommandLine.Running;
using DetectionKit.CommandLine.Tuning;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Replays recorded events and holds what detections find against what is expected.</summary>
internal sealed class BacktestCommand : AppCommand
{
    private const int ShownFailures = 10;
    private readonly Option<string> _expect = new("--expect") { HelpName = "FILE", Description = "The cases, as JSON: each a detection, its events, options that differ from the defaults, and what must be found.", Required = true };
    private readonly Option<string?> _junit = new("--junit") { HelpName = "FILE", Description = "Writes the outcomes as JUnit XML." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress." };

    public BacktestCommand(CommandContext context)
        : base(context, "backtest", "Replays recorded events and checks that detections find what a file expects, and nothing else.")
    {
        Add(_expect);
        Add(_junit);
        Add(_quiet);
    }

    internal override IReadOnlyList<string> Examples => ["backtest --expect tests/backtest.json", "backtest --expect tests/backtest.json --junit artifacts/backtest.xml"];

    internal override string Remarks =>
        """
        The file:
          { "cases": [ { "name": "beacon of March", "detection": "vps-beaconing", "events": ["march/*.ndjson.gz"],
              "options": { "MinConnections": 20 }, "expect": { "exactly": 3, "keys": [ { "remoteAddress": "203.0.113.7" } ], "tiers": { "High": 3 } } } ] }
          Paths are relative to the file. expect has none, exactly, atLeast, keys and tiers, as many as you like; an alert on no named key, or of no named tier, is a failure.

        Exit codes:
          0 when all cases pass; 1 when one fails; 2 on an error; 130 when cancelled (Ctrl+C).

        """;

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(_expect);
        var outcomes = new List<BacktestOutcome>();
        foreach (var one in BacktestFile.Read(path).Cases)
        {
            var outcome = await RunAsync(one, Path.GetDirectoryName(Path.GetFullPath(path))!, arguments.GetValue(_quiet), cancellationToken).ConfigureAwait(false);
            outcomes.Add(outcome);
            await Context.Console.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{(outcome.Failures.Count == 0 ? "passed" : "failed")}  {one.Title}: {outcome.Alerts:N0} alerts, {outcome.Duration.TotalSeconds:0.0} s")).ConfigureAwait(false);
            foreach (var failure in outcome.Failures.Take(ShownFailures)) await Context.Console.Output.WriteLineAsync($"        {failure}").ConfigureAwait(false);
            if (outcome.Failures.Count > ShownFailures) await Context.Console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"        and {outcome.Failures.Count - ShownFailures:N0} more; --junit has all")).ConfigureAwait(false);
        }

        if (arguments.GetValue(_junit) is { } junit) TuningOutput.Save(junit, JUnitReport.Write(Path.GetFileName(path), [.. outcomes.Select(outcome => new JUnitCase(outcome.Case.Detection, outcome.Case.Title, outcome.Duration, outcome.Failures))]));
        var failed = outcomes.Count(outcome => outcome.Failures.Count > 0);
        await Context.Console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count - failed} passed, {failed} failed")).ConfigureAwait(false);
        return failed == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    private async Task<BacktestOutcome> RunAsync(BacktestCase one, string folder, bool isQuiet, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var detection = Context.Catalogue.Find(one.Detection);
        var (report, sources) = (new RunReport(), new SourceReport());
        var configuration = new DetectionConfiguration(Context.Catalogue, [detection], null, [.. (one.Options ?? new Dictionary<string, JsonElement>()).SelectMany(option => Settings(option.Key, option.Value))]);
        var input = new InputSelection([.. one.Events.Select(events => Path.Combine(folder, events))], new SourceOptions { Format = one.Format, Disorder = Disorder.Any });
        var alerts = new List<Alert>();
        var runner = new DetectionRunner(new(input, configuration, new() { Disorder = Disorder.Any, EvidenceEvents = 0 }), report, sources, alerts.Add, _ => { }, cancellationToken);
        await new ProgressDisplay(isQuiet ? TextWriter.Null : Context.Console.Error, !isQuiet && Context.Console.IsErrorTerminal).WatchAsync(
            () => detection.Accept(runner), new RunCounters(one.Title, report, sources).Line).ConfigureAwait(false);
        var failures = one.Expect.Failures(alerts).ToList();

        // What could not be read may be just what was to be found.
        failures.AddRange(sources.Faults.Select(fault => $"not read to its end: {fault}"));
        return new(one, failures, alerts.Count, watch.Elapsed);
    }

    private static IEnumerable<string> Settings(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Settings($"{name}:{member.Name}", member.Value)),
        JsonValueKind.Array when value.GetArrayLength() == 0 => [$"{name}="],
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Settings(string.Create(CultureInfo.InvariantCulture, $"{name}:{i}"), item)),
        JsonValueKind.String => [$"{name}={value.GetString()}"],
        _ => [$"{name}={value.GetRawText()}"],
    };
}
