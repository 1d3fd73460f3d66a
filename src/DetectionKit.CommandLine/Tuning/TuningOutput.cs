using System.Globalization;
using DetectionKit.Tuning.Reporting;
using Spectre.Console;

namespace DetectionKit.CommandLine.Tuning;

/// <summary>Writes a tuning report to files and to the terminal.</summary>
internal static class TuningOutput
{
    private const int ShownRows = 8;

    /// <exception cref="CommandException">The file's name does not say what to write.</exception>
    internal static void ThrowIfUnknown(string path)
    {
        if (Path.GetExtension(path).ToUpperInvariant() is not (".HTML" or ".HTM" or ".MD" or ".JSON")) throw new CommandException($"--report {path}: name a file that ends in .html, .md or .json.");
    }

    internal static void Write(TuningReport report, string path) => Save(path, Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".MD" => TuningMarkdown.Write(report),
        ".JSON" => TuningJson.Write(report),
        _ => TuningHtml.Write(report),
    });

    /// <exception cref="CommandException">The file can't be written.</exception>
    internal static void Save(string path, string text)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: {e.Message}", e);
        }
    }

    internal static void WriteTable(TuningReport report, AppConsole app)
    {
        var console = AppConsole.Tables(app.Output, app.IsOutputTerminal);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Detection.Id}: {report.Grid.Settings.Count:N0} settings over {string.Join(", ", report.Training.Select(result => result.Name))}"));
        if (report.Grid.Refused.Count > 0) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Grid.Refused.Count:N0} combinations are no valid options, such as {report.Grid.Refused[0]}"));
        console.WriteLine(report.Recommendation.KeepsToBudget ? $"Recommended: {report.Recommendation.Setting}" : "Recommended: nothing, for no setting keeps to the budget.");
        foreach (var note in report.Recommendation.Notes) console.WriteLine($"  {note}");
        Figures(report, console);
        if (report.FalsePositives.Count == 0) return;
        var table = new Table().Border(TableBorder.Simple).AddColumns("Fires falsely", "Process", "Destination", "Alerts", "Hosts");
        foreach (var group in report.FalsePositives.Take(ShownRows))
            table.AddRow(Cell(group.Persona), Cell(group.Image), Cell(group.Destination), group.Alerts.ToString(CultureInfo.InvariantCulture), group.Hosts.ToString(CultureInfo.InvariantCulture));
        console.Write(table);
        if (report.FalsePositives.Count > ShownRows) console.WriteLine($"  and {report.FalsePositives.Count - ShownRows} more: see --report.");
    }

    private static void Figures(TuningReport report, IAnsiConsole console)
    {
        var chosen = report.Recommendation.Setting.Number;
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "Base", "Recommended");
        if (report.HeldOut.Count > 0) table.AddColumns("Base, held out", "Recommended, held out");
        foreach (var figure in TuningFigures.All)
        {
            List<string> cells = [figure.Name, figure.Text(report, 0, false), figure.Text(report, chosen, false)];
            if (report.HeldOut.Count > 0) cells.AddRange([figure.Text(report, 0, true), figure.Text(report, chosen, true)]);
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    private static string Cell(string? text) => Markup.Escape(text ?? "-");
}
