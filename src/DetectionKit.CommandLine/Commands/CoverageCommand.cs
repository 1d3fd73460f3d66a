using System.CommandLine;
using DetectionKit.CommandLine.Documentation;
using DetectionKit.CommandLine.Output;
using Spectre.Console;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Says which techniques of ATT&amp;CK the detections cover.</summary>
internal sealed class CoverageCommand : AppCommand
{
    private readonly Option<string?> _layer = new("--layer") { HelpName = "FILE", Description = "Writes a layer for the ATT&CK Navigator." };
    private readonly Option<string> _output = new Option<string>("--output", "-o") { Description = "A table, or one JSON object a technique and line.", DefaultValueFactory = _ => "table" }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "table", "json");

    public CoverageCommand(CommandContext context)
        : base(context, "coverage", "Prints which ATT&CK techniques the detections cover, and writes a layer for the ATT&CK Navigator.")
    {
        Add(_layer);
        Add(_output);
    }

    internal override IReadOnlyList<string> Examples => ["coverage", "coverage --layer artifacts/layer.json"];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var detections = Context.Catalogue.Detections;
        var covered = CoveredTechnique.Of(detections);
        if (string.Equals(arguments.GetValue(_output), "json", StringComparison.OrdinalIgnoreCase)) WriteJson(covered);
        else WriteTable(covered);
        foreach (var detection in detections.Where(d => d.Info.Techniques.Count == 0)) await Context.Console.Error.WriteLineAsync($"{detection.Info.Id} names no technique: add [AttackTechnique(\"T…\")].").ConfigureAwait(false);
        if (arguments.GetValue(_layer) is { } path)
        {
            using (var file = OutputFile.Create(path, "--layer")) NavigatorLayer.Write(file.BaseStream, Context.Name, detections);
            await Context.Console.Error.WriteLineAsync(path).ConfigureAwait(false);
        }

        return ExitCode.Success;
    }

    private void WriteTable(IReadOnlyList<CoveredTechnique> covered)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Technique", "Name", "Tactic", "Detections");
        foreach (var technique in covered) table.AddRow(Array.ConvertAll([technique.Id, technique.Name ?? "", technique.Tactic ?? "", string.Join(", ", technique.Detections.Select(d => d.Info.Id))], Markup.Escape));
        AppConsole.Tables(Context.Console.Output, Context.Console.IsOutputTerminal).Write(table);
    }

    private void WriteJson(IReadOnlyList<CoveredTechnique> covered)
    {
        using var text = new JsonText(Context.Console.Output);
        foreach (var technique in covered)
        {
            text.Writer.WriteStartObject();
            text.Writer.WriteString("Technique", technique.Id);
            text.Writer.WriteString("Name", technique.Name);
            text.Writer.WriteString("Tactic", technique.Tactic);
            text.Writer.WriteStartArray("Detections");
            foreach (var detection in technique.Detections) text.Writer.WriteStringValue(detection.Info.Id);
            text.Writer.WriteEndArray();
            text.Writer.WriteEndObject();
            text.EndLine();
        }
    }
}
