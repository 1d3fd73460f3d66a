using System.Globalization;

namespace DetectionKit.Benchmarks.Measuring;

/// <summary>Prints a result as a table, with each contestant's ratio to the baseline.</summary>
internal static class TableReport
{
    internal static void Write(SuiteResult result, TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Suite}: {result.Events:N0} events, {result.Strings} strings, medians of {result.Rounds}, ratios to {result.Reference.Name}"));
        var rows = result.Contestants.Select(figures => Cells(result, figures)).Prepend(["", "threads", "ns/event", "ratio", "min", "max", "B/event", "GB/s", "B/group", "max pause ms", "alerts"]).ToList();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
        }

        if (result.Contestants.Any(figures => !figures.IsSteady))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"! slowest / fastest round above {ContestantFigures.GreatestSpread}, repeated rounds too: the machine was not idle"));
        }

        output.WriteLine();
    }

    private static string[] Cells(SuiteResult result, ContestantFigures figures) =>
    [
        figures.Name + (figures.IsSteady ? "" : " !"),
        figures.Threads.ToString(CultureInfo.InvariantCulture),
        Number(figures.NanosecondsPerEvent, "N1"),
        Number(result.RatioOf(figures), "N2"),
        Number(figures.Min, "N1"),
        Number(figures.Max, "N1"),
        Number(figures.BytesPerEvent, "N1"),
        Number(figures.GigabytesPerSecond, "N2"),
        Number(figures.BytesPerGroup, "N0"),
        Number(figures.MaxPauseMilliseconds, "N1"),
        figures.Alerts.ToString(),
    ];

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
