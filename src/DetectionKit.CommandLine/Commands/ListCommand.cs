using System.CommandLine;
using DetectionKit.CommandLine.Output;
using Spectre.Console;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Lists the detections.</summary>
internal sealed class ListCommand : AppCommand
{
    private readonly Option<string> _output = new Option<string>("--output", "-o")
    {
        Description = "A table, or one JSON object a detection and line, with its options and their defaults.",
        DefaultValueFactory = _ => "table",
    }.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "table", "json");

    public ListCommand(CommandContext context)
        : base(context, "list", "Lists the detections there are.") => Add(_output);

    internal override IReadOnlyList<string> Examples => ["list", "list --output json"];

    private protected override async Task<int> ExecuteAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var detections = Context.Catalogue.Detections;
        if (detections.Count == 0) await Context.Console.Error.WriteLineAsync("There is no detection: write a public class that derives from Detection<TEvent, TAlert, TOptions>.").ConfigureAwait(false);
        if (string.Equals(arguments.GetValue(_output), "json", StringComparison.OrdinalIgnoreCase)) WriteJson(detections);
        else WriteTable(detections);
        return ExitCode.Success;
    }

    private void WriteTable(IReadOnlyList<Detection> detections)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Id", "Version", "Title", "Severity", "Confidence", "Techniques", "Events");
        foreach (var detection in detections)
        {
            var info = detection.Info;
            string[] cells =
            [
                info.Id, ValueText.Of(info.Version), info.Title, info.Severity.ToString(), info.Confidence.ToString(),
                string.Join(", ", info.Techniques.Select(t => t.Id)), string.Join(", ", detection.Plan.Sources.Select(s => s.RowType.Name).Distinct()),
            ];
            table.AddRow(Array.ConvertAll(cells, Markup.Escape));
        }

        AppConsole.Tables(Context.Console.Output, Context.Console.IsOutputTerminal).Write(table);
    }

    private void WriteJson(IReadOnlyList<Detection> detections)
    {
        using var text = new JsonText(Context.Console.Output);
        foreach (var detection in detections)
        {
            DetectionJson.Write(text.Writer, detection, Activator.CreateInstance(detection.OptionsType)!);
            text.EndLine();
        }
    }
}
