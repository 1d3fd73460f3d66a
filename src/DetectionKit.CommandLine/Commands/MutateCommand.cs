using System.CommandLine;
using System.Globalization;
using DetectionKit.CommandLine.Output;
using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Mutations;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Changes one thing of a rule at a time, and tells which changes its cases would not notice.</summary>
internal sealed class MutateCommand : AppCommand
{
    private const int MaxLine = 140;
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

        var killers = new Dictionary<RuleMutant, DetectionCase?>();
        foreach (var (i, survivor) in result.Survivors.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (i > 0 && i % 10 == 0) await Context.Console.Error.WriteLineAsync($"events that kill survivors: {i} of {result.Survivors.Count}").ConfigureAwait(false);
            killers[survivor] = await Task.Run(() => result.KillerOf(survivor), cancellationToken).ConfigureAwait(false);
        }

        foreach (var path in arguments.GetValue(_report) ?? [])
        {
            using var file = OutputFile.Create(path, "--report");
            await file.WriteAsync(path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? MutationReport.ToJson(result) : MutationReport.ToHtml(result)).ConfigureAwait(false);
        }

        if (string.Equals(arguments.GetValue(_output), "json", StringComparison.OrdinalIgnoreCase)) WriteJson(result, killers);
        else await WriteTextAsync(result, killers).ConfigureAwait(false);
        if (arguments.GetValue(_redundant))
        {
            var redundant = await Task.Run(() => RuleMutations.Of(detection).RedundantCases(), cancellationToken).ConfigureAwait(false);
            foreach (var one in redundant) await Context.Console.Error.WriteLineAsync($"redundant: {one.Name}").ConfigureAwait(false);
        }

        return arguments.GetValue(_least) is { } least && result.Score < least ? ExitCode.Failed : ExitCode.Success;
    }

    // A branch for each line of the rule, its survivors below it.
    private async Task WriteTextAsync(MutationResult result, IReadOnlyDictionary<RuleMutant, DetectionCase?> killers)
    {
        var output = Context.Console.Output;
        var survivors = result.Survivors.ToHashSet();
        await output.WriteLineAsync(result.Detection).ConfigureAwait(false);
        var branches = result.Mutants.GroupBy(mutant => mutant.Line).OrderBy(branch => branch.Key).ToList();
        foreach (var branch in branches)
        {
            var isLast = branch == branches[^1];
            var (alive, indent) = (branch.Where(survivors.Contains).ToList(), isLast ? "   " : "│  ");
            await output.WriteLineAsync($"{(isLast ? "└─" : "├─")} {branch.Count() - alive.Count} of {branch.Count()} killed  {Short(result.Rule[branch.Key - 1])}").ConfigureAwait(false);
            foreach (var survivor in alive)
            {
                await output.WriteLineAsync($"{indent}{(survivor == alive[^1] ? "└─" : "├─")} survived: {survivor.Operator}").ConfigureAwait(false);
                foreach (var line in new[] { $"- {survivor.Before}", $"+ {survivor.After}" }.Concat(killers.GetValueOrDefault(survivor) is { } killer ? ["killed by:", .. CaseText.Of(killer).Split('\n')] : ["no events were found that kill it"]))
                    await output.WriteLineAsync($"{indent}{(survivor == alive[^1] ? "   " : "│  ")}  {line}").ConfigureAwait(false);
            }
        }

        foreach (var mutant in result.Proven) await output.WriteLineAsync($"equivalent, proven: {mutant.Operator} in {mutant.Stage}: {mutant.After}").ConfigureAwait(false);
        foreach (var mutant in result.Declared) await output.WriteLineAsync($"equivalent, declared: {mutant.Operator} in {mutant.Stage}: {mutant.EquivalentBecause}").ConfigureAwait(false);
        foreach (var mutant in result.Refused) await output.WriteLineAsync($"can't be run: {mutant.Operator} in {mutant.Stage}: {mutant.After}").ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{result.Detection}: {result.Killed} of {result.Total} mutants killed, score {result.Score:0.###}, {result.Elapsed.TotalMilliseconds:0} ms")).ConfigureAwait(false);
    }

    private static string Short(string line) => line.Length <= MaxLine ? line : line[..MaxLine] + "…";

    private void WriteJson(MutationResult result, IReadOnlyDictionary<RuleMutant, DetectionCase?> killers)
    {
        using var text = new JsonText(Context.Console.Output);
        var json = text.Writer;
        json.WriteStartObject();
        json.WriteString("detection", result.Detection);
        json.WriteNumber("total", result.Total);
        json.WriteNumber("killed", result.Killed);
        json.WriteNumber("survived", result.Survivors.Count);
        json.WriteNumber("equivalent", result.Declared.Count + result.Proven.Count);
        json.WriteNumber("declared", result.Declared.Count);
        json.WriteNumber("proven", result.Proven.Count);
        json.WriteNumber("refused", result.Refused.Count);
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
            if (killers.GetValueOrDefault(survivor) is { } killer)
            {
                json.WritePropertyName("killedBy");
                json.WriteStartObject();
                json.WriteString("name", killer.Name);
                json.WriteString("expected", killer.Expected!.ToString());
                json.WriteString("case", CaseText.Of(killer));
                json.WriteStartArray("events");
                foreach (var e in CaseEvents.Of(killer)) ValueJson.Write(json, e);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        text.EndLine();
    }
}
