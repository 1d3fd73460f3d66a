using System.CommandLine;
using System.Globalization;
using DetectionKit.CommandLine.Output;
using DetectionKit.Testing.Mutations;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Changes one thing of a rule at a time, and tells which changes its cases would not notice.</summary>
internal sealed class MutateCommand : AppCommand
{
    private readonly Argument<string> _detection = new("DETECTION") { Description = "The detection's id, as list prints it." };
    private readonly Option<double?> _least = new("--min-score") { HelpName = "N", Description = "Exit code 1 when the score, 0 to 1, is lower." };
    private readonly Option<string[]> _report = new("--report") { HelpName = "FILE", Description = "Writes a report: .html (one page), or .json in the mutation-testing-elements schema, which Stryker's viewer opens. May stand several times." };
    private readonly Option<bool> _redundant = new("--redundant") { Description = "Names the cases that kill no mutant which no other case kills, too." };
    private readonly Option<string> _output = new Option<string>("--output", "-o") { Description = "Text, or one JSON object.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "text", "json");

    public MutateCommand(CommandContext context)
        : base(context, "mutate", "Changes one thing of a rule at a time (a bound, a comparison, a filter, a part of the key, the window, an aggregate, a tier, an item of a list), and runs the rule's cases over each copy.")
    {
        Add(_detection);
        Add(_least);
        Add(_report);
        Add(_redundant);
        Add(_output);
    }

    internal override IReadOnlyList<string> Examples => ["mutate vps-beaconing", "mutate vps-beaconing --report artifacts/mutants.html", "mutate vps-beaconing --output json --min-score 0.95"];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_least) is < 0 or > 1) throw new CommandException("--min-score is a share, from 0 to 1.");
        var detection = Context.Catalogue.Find(arguments.GetRequiredValue(_detection));
        if (detection.Cases.Count == 0) throw new CommandException($"{detection.Info.Id} has no case: override Cases, so that there is something to judge mutants by.");
        MutationResult result;
        try
        {
            result = await Task.Run(() => RuleMutations.Of(detection).KilledByCases(), cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException e)
        {
            throw new CommandException(e.Message, e);
        }

        foreach (var path in arguments.GetValue(_report) ?? [])
        {
            using var file = OutputFile.Create(path, "--report");
            await file.WriteAsync(path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? MutationReport.ToJson(result) : MutationReport.ToHtml(result)).ConfigureAwait(false);
        }

        if (string.Equals(arguments.GetValue(_output), "json", StringComparison.OrdinalIgnoreCase)) WriteJson(result);
        else await WriteTextAsync(result).ConfigureAwait(false);
        if (arguments.GetValue(_redundant))
        {
            var redundant = await Task.Run(() => RuleMutations.Of(detection).RedundantCases(), cancellationToken).ConfigureAwait(false);
            foreach (var one in redundant) await Context.Console.Error.WriteLineAsync($"redundant: {one.Name}").ConfigureAwait(false);
        }

        return arguments.GetValue(_least) is { } least && result.Score < least ? ExitCode.Failed : ExitCode.Success;
    }

    private async Task WriteTextAsync(MutationResult result)
    {
        foreach (var survivor in result.Survivors) await Context.Console.Output.WriteLineAsync($"survived: {survivor}\n").ConfigureAwait(false);
        await Context.Console.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{result.Detection}: {result.Killed} of {result.Total} mutants killed, score {result.Score:0.###}, {result.Elapsed.TotalMilliseconds:0} ms")).ConfigureAwait(false);
    }

    private void WriteJson(MutationResult result)
    {
        using var text = new JsonText(Context.Console.Output);
        var json = text.Writer;
        json.WriteStartObject();
        json.WriteString("detection", result.Detection);
        json.WriteNumber("total", result.Total);
        json.WriteNumber("killed", result.Killed);
        json.WriteNumber("survived", result.Survivors.Count);
        json.WriteNumber("equivalent", result.Equivalent.Count);
        json.WriteNumber("score", Math.Round(result.Score, 4));
        json.WriteNumber("elapsedMilliseconds", Math.Round(result.Elapsed.TotalMilliseconds));
        json.WriteStartArray("survivors");
        foreach (var survivor in result.Survivors)
        {
            json.WriteStartObject();
            json.WriteNumber("number", survivor.Number);
            json.WriteString("operator", survivor.Operator);
            json.WriteString("stage", survivor.Stage);
            json.WriteString("diff", $"- {survivor.Before}\n+ {survivor.After}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        text.EndLine();
    }
}
