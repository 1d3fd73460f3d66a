using System.CommandLine;
using System.Globalization;
using DetectionKit.CommandLine.Configuration;
using DetectionKit.CommandLine.Differences;
using DetectionKit.CommandLine.Output;
using DetectionKit.CommandLine.Reading;
using DetectionKit.CommandLine.Running;
using DetectionKit.Sources;
using DetectionKit.Testing.Differences;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Shows what a change of a rule changes: in its plan, on events made for the purpose, and on recorded ones.</summary>
internal sealed class DiffCommand : AppCommand
{
    private readonly Argument<string> _detection = new("DETECTION") { Description = "The detection's id, as list prints it." };
    private readonly Option<string?> _old = new("--old") { HelpName = "FILE", Description = """Options before: {"MinConnections":12}, or a file as for --config. Default: the detection's defaults.""" };
    private readonly Option<string?> _new = new("--new") { HelpName = "FILE", Description = "Options after. Default: the detection's defaults." };
    private readonly Option<string[]> _events = new("--events") { HelpName = "FILE", Description = "Recorded events: the alerts that only one version raises are shown. May stand several times." };
    private readonly Option<string?> _keep = new("--keep") { HelpName = "FILE", Description = "Writes the generated cases of this build with its answers, to compare a later build with." };
    private readonly Option<string?> _cases = new("--cases") { HelpName = "FILE", Description = "Compares this build with what --keep wrote." };
    private readonly Option<string> _output = new Option<string>("--output", "-o") { Description = "Text, or one JSON object.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "text", "json");

    public DiffCommand(CommandContext context)
        : base(context, "diff", "Compares two versions of a rule: the options that differ with the stages that read them, events on which they differ, and the recorded alerts that only one of them raises.")
    {
        Add(_detection);
        Add(_old);
        Add(_new);
        Add(_events);
        Add(_keep);
        Add(_cases);
        Add(_output);
    }

    internal override IReadOnlyList<string> Examples =>
    [
        "diff vps-beaconing --old a.json --new b.json",
        "diff vps-beaconing --new b.json --events artifacts/sim/events.ndjson --output json",
        "diff vps-beaconing --keep cases.json",
        "diff vps-beaconing --cases cases.json",
    ];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var detection = Context.Catalogue.Find(arguments.GetRequiredValue(_detection));
        var isJson = string.Equals(arguments.GetValue(_output), "json", StringComparison.OrdinalIgnoreCase);
        var comparesOptions = arguments.GetValue(_old) is not null || arguments.GetValue(_new) is not null || arguments.GetValue(_events) is { Length: > 0 };
        if (new[] { comparesOptions, arguments.GetValue(_keep) is not null, arguments.GetValue(_cases) is not null }.Count(wanted => wanted) > 1)
            throw new CommandException("--keep, --cases, and --old and --new with --events, are three things to do: ask for one of them.");
        if (arguments.GetValue(_keep) is { } keep)
        {
            var catalogue = await Task.Run(() => CaseCatalogue.Of(detection), cancellationToken).ConfigureAwait(false);
            using var file = OutputFile.Create(keep, "--keep");
            await file.WriteAsync(catalogue.ToJson(detection)).ConfigureAwait(false);
            await Context.Console.Error.WriteLineAsync($"{catalogue.Cases.Count} cases written to {keep}").ConfigureAwait(false);
            return ExitCode.Success;
        }

        if (arguments.GetValue(_cases) is { } path) return await CompareAsync(detection, CaseCatalogue.Read(path, detection), isJson, cancellationToken).ConfigureAwait(false);
        if (arguments.GetValue(_old) is null && arguments.GetValue(_new) is null) throw new CommandException("Name what to compare: --old FILE and --new FILE, either of which may be left out for the defaults, or --cases FILE.");
        var (old, @new) = (OptionsOf(detection, "--old", arguments.GetValue(_old)), OptionsOf(detection, "--new", arguments.GetValue(_new)));
        var changes = await Task.Run(() => RuleDifferences.Between(detection, old, @new, cancellationToken), cancellationToken).ConfigureAwait(false);
        var recorded = arguments.GetValue(_events) is { Length: > 0 } events
            ? RecordedDifference.Of(await AlertsAsync(detection, old, events, cancellationToken).ConfigureAwait(false), await AlertsAsync(detection, @new, events, cancellationToken).ConfigureAwait(false))
            : null;
        if (isJson) WriteJson(detection, changes, recorded);
        else await WriteTextAsync(changes, recorded).ConfigureAwait(false);
        return ExitCode.Success;
    }

    private object OptionsOf(Detection detection, string option, string? file) => file is null ? Activator.CreateInstance(detection.OptionsType)! : OptionsFile.Read(option, file, detection, Context);

    private static async Task<IReadOnlyList<Alert>> AlertsAsync(Detection detection, object options, string[] inputs, CancellationToken cancellationToken)
    {
        var settings = new RunSettings { Disorder = Disorder.Any };
        var request = new RunRequest(new InputSelection(inputs, new SourceOptions()), DetectionConfiguration.With(detection, options), settings);
        var alerts = new List<Alert>();
        await detection.Accept(new DetectionRunner(request, new(), new(), alerts.Add, _ => { }, cancellationToken)).ConfigureAwait(false);
        return alerts;
    }

    private async Task<int> CompareAsync(Detection detection, CaseCatalogue kept, bool isJson, CancellationToken cancellationToken)
    {
        var differences = await Task.Run(() => RuleDifferences.Against(detection, kept.Cases), cancellationToken).ConfigureAwait(false);
        var plan = RuleDifferences.PlanOf(detection);
        var (gone, come) = (kept.Plan.Except(plan).ToList(), plan.Except(kept.Plan).ToList());
        if (isJson)
        {
            using var text = new JsonText(Context.Console.Output);
            text.Writer.WriteStartObject();
            text.Writer.WriteString("detection", detection.Info.Id);
            DifferenceJson.Strings(text.Writer, "planOld", gone);
            DifferenceJson.Strings(text.Writer, "planNew", come);
            text.Writer.WriteNumber("cases", kept.Cases.Count);
            text.Writer.WriteStartArray("differences");
            foreach (var difference in differences) DifferenceJson.Write(text.Writer, difference.Case, difference.New);
            text.Writer.WriteEndArray();
            text.Writer.WriteEndObject();
            text.EndLine();
            return ExitCode.Success;
        }

        foreach (var line in gone) await Context.Console.Output.WriteLineAsync("- " + line).ConfigureAwait(false);
        foreach (var line in come) await Context.Console.Output.WriteLineAsync("+ " + line).ConfigureAwait(false);
        foreach (var difference in differences) await Context.Console.Output.WriteLineAsync($"{difference.Case.Name}: {difference.Case.Expected} became {difference.New}").ConfigureAwait(false);
        await Context.Console.Output.WriteLineAsync($"{differences.Count} of {kept.Cases.Count} cases are answered otherwise").ConfigureAwait(false);
        return ExitCode.Success;
    }

    private void WriteJson(Detection detection, IReadOnlyList<OptionDifference> changes, RecordedDifference? recorded)
    {
        using var text = new JsonText(Context.Console.Output);
        text.Writer.WriteStartObject();
        text.Writer.WriteString("detection", detection.Info.Id);
        text.Writer.WriteStartArray("changes");
        foreach (var change in changes) DifferenceJson.Write(text.Writer, change);
        text.Writer.WriteEndArray();
        if (recorded is not null)
        {
            text.Writer.WritePropertyName("recorded");
            DifferenceJson.Write(text.Writer, recorded);
        }

        text.Writer.WriteEndObject();
        text.EndLine();
    }

    private async Task WriteTextAsync(IReadOnlyList<OptionDifference> changes, RecordedDifference? recorded)
    {
        var output = Context.Console.Output;
        if (changes.Count == 0) await output.WriteLineAsync("No option differs.").ConfigureAwait(false);
        foreach (var change in changes)
        {
            await output.WriteLineAsync($"{change.Option}\n- {change.Old}\n+ {change.New}").ConfigureAwait(false);
            foreach (var stage in change.Stages) await output.WriteLineAsync("  in " + stage).ConfigureAwait(false);
            await output.WriteLineAsync(change.Example is { } example
                ? $"  they differ on {Testing.Cases.CaseEvents.Of(example).Count} events ({example.Name}): {example.Expected} became {change.NewOutcome}\n"
                : "  no events were found on which they differ\n").ConfigureAwait(false);
        }

        if (recorded is null) return;
        foreach (var alert in recorded.OnlyOld) await output.WriteLineAsync($"only before: {alert}").ConfigureAwait(false);
        foreach (var alert in recorded.OnlyNew) await output.WriteLineAsync($"only after: {alert}").ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"recorded: {recorded.OnlyOld.Count} alerts only before, {recorded.OnlyNew.Count} only after, {recorded.Both} in both")).ConfigureAwait(false);
    }
}
