using System.CommandLine;
using DetectionKit.CommandLine.Configuration;
using DetectionKit.CommandLine.Fields;
using DetectionKit.CommandLine.Output;
using DetectionKit.CommandLine.Output.Webhooks;
using DetectionKit.CommandLine.Progress;
using DetectionKit.CommandLine.Reading;
using DetectionKit.CommandLine.Running;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Runs detections over log files.</summary>
internal sealed class RunCommand : AppCommand
{
    private readonly Argument<string> _detection = new("DETECTION") { Description = "The detection's id, as list prints it, or all." };
    private readonly InputSettings _input = new(ArgumentArity.OneOrMore);
    private readonly OptionsOfDetection _options = new();
    private readonly RunSettingsOptions _settings = new();

    private readonly Option<string> _output = new Option<string>("--output", "-o")
    {
        Description = "The format of what is printed: a table, one JSON object an alert and line, or a SARIF 2.1.0 log.",
        DefaultValueFactory = _ => AlertFormats.Default,
    }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, AlertFormats.Names);

    private readonly Option<string?> _out = new("--out") { HelpName = "FILE", Description = "Where alerts are written. Default: standard output." };
    private readonly Option<string?> _webhook = new("--webhook") { HelpName = "URL", Description = "Posts every alert there, too, as the JSON object that --output json prints; tries again for a while what fails." };
    private readonly Option<string[]> _webhookHeader = new("--webhook-header") { HelpName = "Name: value", Description = "A header of those requests, such as Authorization; may stand several times.", DefaultValueFactory = _ => [] };
    private readonly Option<string> _deadLetter = new("--dead-letter") { HelpName = "FILE", Description = "Takes the alerts that could not be delivered, a line each, after those that it has.", DefaultValueFactory = _ => "undelivered-alerts.ndjson" };
    private readonly Option<bool> _fields = new("--fields") { Description = "Says on standard error how often each field that the detection reads was missing, and which fields of the input it does not read." };
    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "Exit with 1 when there are alerts." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress and no summary on standard error, but still what went wrong." };

    public RunCommand(CommandContext context)
        : base(context, "run", "Runs a detection over log files and prints its alerts.")
    {
        Add(_detection);
        _input.AddTo(this);
        Add(_output);
        Add(_out);
        Add(_webhook);
        Add(_webhookHeader);
        Add(_deadLetter);
        _options.AddTo(this);
        _settings.AddTo(this);
        Add(_fields);
        Add(_exitCode);
        Add(_quiet);
    }

    internal override IReadOnlyList<string> Examples =>
    [
        "run vps-beaconing artifacts/sim/events.ndjson",
        "run vps-beaconing 'logs/**/*.gz' --output json --out alerts.ndjson --set MinConnections=20",
        "run vps-beaconing sysmon.ndjson.gz --set ExcludedNetworks= --set ExcludedImages:Add=foo.exe",
        "run vps-beaconing events.ndjson --webhook https://soar.example/hooks/alerts --webhook-header 'Authorization: Bearer …'",
        "cat events.ndjson | {0} run vps-beaconing - --disorder 5m --output json",
    ];

    internal override string Remarks =>
        "Exit codes:\n  0 with or without alerts; 1 for alerts under --exit-code; 2 on an error; 130 when cancelled (Ctrl+C).\n";

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var selected = Context.Catalogue.Select(arguments.GetRequiredValue(_detection));
        var input = _input.Read(arguments, Context.Console);
        if (input.HasStandardInput && selected.Count > 1) throw new CommandException("Standard input can be read once: name one detection, or write it to a file.");
        var request = new RunRequest(input, _options.Read(arguments, Context, selected), _settings.Read(arguments, input));
        var path = arguments.GetValue(_out);
        using var file = path is null ? null : OutputFile.Create(path);
        var isTerminal = file is null && Context.Console.IsOutputTerminal;
        var writer = AlertFormats.Named(arguments.GetRequiredValue(_output))
            .Open(new AlertOutput(file ?? Context.Console.Output, isTerminal, !request.IsRanked && !input.Options.Disorder.IsAny, selected));
        if (arguments.GetValue(_webhook) is { } address)
            writer = new WebhookWriter(writer, WebhookSettings.Read(address, arguments.GetRequiredValue(_deadLetter), arguments.GetRequiredValue(_webhookHeader)), Context.Console.Error, cancellationToken);
        var alerts = 0L;
        var succeeded = false;
        try
        {
            SourceException? lacking = null;
            var ran = 0;
            foreach (var detection in selected)
            {
                try
                {
                    alerts += await RunAsync(detection, request, writer, arguments.GetValue(_quiet), arguments.GetValue(_fields), isTerminal, cancellationToken).ConfigureAwait(false);
                    ran++;
                }
                catch (SourceException e) when (e.LacksEvents && selected.Count > 1)
                {
                    // Of several detections those run whose events are there; the others are named.
                    lacking ??= e;
                    if (!arguments.GetValue(_quiet)) await Context.Console.Error.WriteLineAsync($"{detection.Info.Id}: can't fire here: no input has {string.Join(" or ", detection.Plan.Sources.Select(source => source.RowType.Name))} events.").ConfigureAwait(false);
                }
            }

            if (ran == 0 && lacking is not null) throw lacking;
            succeeded = true;
        }
        finally
        {
            writer.Complete(succeeded);
        }

        return alerts > 0 && arguments.GetValue(_exitCode) ? ExitCode.Alerts : ExitCode.Success;
    }

    private async Task<long> RunAsync(Detection detection, RunRequest request, IAlertWriter writer, bool isQuiet, bool isFields, bool isTerminal, CancellationToken cancellationToken)
    {
        var (report, sources) = (new RunReport(), new SourceReport());
        var counters = new RunCounters(detection.Info.Id, report, sources);
        var error = Context.Console.Error;
        var missing = new List<Type>();
        var fields = new FieldCounts(detection.Plan, sources);
        var runner = new DetectionRunner(request, report, sources, writer.Write, missing.Add, cancellationToken) { Fields = fields };

        // Alerts that come as windows close would run into a live display on the same terminal.
        var display = new ProgressDisplay(isQuiet ? TextWriter.Null : error, !isQuiet && Context.Console.IsErrorTerminal && (request.IsRanked || !isTerminal));
        try
        {
            await display.WatchAsync(() => detection.Accept(runner), counters.Line).ConfigureAwait(false);
            counters.HasBegun = true;
        }
        finally
        {
            if (!isQuiet && counters.HasBegun) await error.WriteLineAsync(counters.Summary()).ConfigureAwait(false);
            foreach (var type in isQuiet ? [] : missing) await error.WriteLineAsync($"  no input has {type.Name} events: what {detection.Info.Id} does with them can't be seen here.").ConfigureAwait(false);
            foreach (var line in counters.HasBegun ? new FieldReport(detection, request, fields, report, sources).Lines(isFields, isFields || !isQuiet) : []) await error.WriteLineAsync("  " + line).ConfigureAwait(false);
            foreach (var warning in counters.Warnings()) await error.WriteLineAsync("  " + warning).ConfigureAwait(false);
        }

        return report.Alerts;
    }
}
