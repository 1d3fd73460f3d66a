using System.CommandLine;
using System.Net;
using DetectionKit.CommandLine.Configuration;
using DetectionKit.CommandLine.Output;
using DetectionKit.CommandLine.Reading;
using DetectionKit.CommandLine.Running;
using DetectionKit.CommandLine.Validation;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Plays the validation tests of a technique through the sources and the detections.</summary>
internal sealed class ValidateCommand : AppCommand
{
    private const string Technique = "T1583.003";
    private readonly Argument<string> _technique = new("TECHNIQUE") { Description = $"The ATT&CK technique: {Technique}." };
    private readonly Option<string> _target = new("--target")
    {
        HelpName = "ADDRESS",
        Description = "The address that plays the rented server, of a documentation range by default.",
        DefaultValueFactory = _ => "203.0.113.9",
    };

    private readonly Option<string> _output = new Option<string>("--output", "-o") { Description = "Text, or one JSON object a test and line.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "text", "json");

    public ValidateCommand(CommandContext context)
        : base(context, "validate", "Plays the validation tests of a technique: writes the logs that each leaves, reads them as any log, runs the detection, and says what was expected and what was seen.")
    {
        Add(_technique);
        Add(_target);
        Add(_output);
    }

    internal override IReadOnlyList<string> Examples => ["validate T1583.003", "validate T1583.003 --output json", "validate T1583.003 --target 127.0.0.1"];

    internal override string Remarks => "Exit codes:\n  0 when every test is as expected; 1 when one is not; 2 on an error.\n";

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var technique = arguments.GetRequiredValue(_technique);
        if (!string.Equals(technique, Technique, StringComparison.OrdinalIgnoreCase)) throw new CommandException($"There are no validation tests of {technique}; there are of {Technique}.");
        if (!IPAddress.TryParse(arguments.GetValue(_target), out var target)) throw new CommandException($"--target {arguments.GetValue(_target)} is no IP address.");
        var isJson = string.Equals(arguments.GetValue(_output), "json", StringComparison.OrdinalIgnoreCase);
        using var json = new JsonText(Context.Console.Output);
        var passed = true;
        foreach (var scenario in VirtualPrivateServerTests.Of(target))
        {
            var outcome = await PlayAsync(scenario, cancellationToken).ConfigureAwait(false);
            passed &= outcome.IsAsExpected;
            if (isJson)
            {
                outcome.Write(json.Writer);
                json.EndLine();
            }
            else
            {
                await Context.Console.Output.WriteLineAsync(outcome.ToString()).ConfigureAwait(false);
            }
        }

        return passed ? ExitCode.Success : ExitCode.Alerts;
    }

    private async Task<ValidationOutcome> PlayAsync(ValidationScenario scenario, CancellationToken cancellationToken)
    {
        var selected = Context.Catalogue.Select(scenario.Detection);
        var folder = Directory.CreateTempSubdirectory("detectionkit-validate-");
        try
        {
            foreach (var (name, lines) in scenario.Logs) await File.WriteAllLinesAsync(Path.Combine(folder.FullName, name), lines, cancellationToken).ConfigureAwait(false);
            var inputs = new[] { folder.FullName };
            var seen = scenario.Telemetry.Select(telemetry => (telemetry, telemetry.Count(inputs))).ToList();
            var request = new RunRequest(new InputSelection(inputs, new SourceOptions()), new DetectionConfiguration(Context.Catalogue, selected, null, []), new RunSettings { Disorder = Disorder.Any });
            var alerts = new List<Alert>();
            await selected[0].Accept(new DetectionRunner(request, new(), new(), alerts.Add, _ => { }, cancellationToken)).ConfigureAwait(false);
            return new(scenario, seen, alerts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
