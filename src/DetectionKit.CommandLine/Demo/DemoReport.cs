using System.Globalization;
using DetectionKit.CommandLine.Output;
using DetectionKit.Simulator;
using Spectre.Console;

namespace DetectionKit.CommandLine.Demo;

/// <summary>What a detection found in simulated telemetry, beside what was there.</summary>
internal sealed class DemoReport(AppConsole console, Simulation simulation, Detection detection, IReadOnlyList<DemoAlert> alerts, IReadOnlyList<CampaignActivity> activity)
{
    private const int ShownAlerts = 15;
    private readonly IAnsiConsole _console = AppConsole.Tables(console.Output, console.IsOutputTerminal);

    internal void Write()
    {
        var options = simulation.Options;
        _console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{detection.Info.Id}: {detection.Info.Title}. {options.Hosts} simulated hosts, {options.Duration.TotalHours:0.#} h from {options.Start:yyyy-MM-dd HH:mm}: {alerts.Count:N0} alerts, {alerts.Count(a => a.Truth?.Malicious == true):N0} of them an adversary's."));
        WriteAlerts();
        WriteCampaigns();
        WriteBenign();
        foreach (var spot in detection.Info.BlindSpots) _console.WriteLine($"  blind spot: {spot}");
        _console.WriteLine();
    }

    private static string CountOf(Alert alert)
    {
        var count = alert.UntypedValue is { } value
            ? AlertJson.MembersOf(value).FirstOrDefault(m => m.Type == typeof(int) && m.Name.Contains("Count", StringComparison.Ordinal))?.Get(value)
            : null;
        return ValueText.Of(count);
    }

    private static string FileName(object? image) => ValueText.Of((image as string)?.Split('\\', '/')[^1]);

    private void WriteAlerts()
    {
        // One row a process and address: the hours of one beacon are the same story.
        var rows = alerts.GroupBy(a => (Host: a.Field("Host"), Image: a.Field("Image"), Address: a.Field("RemoteAddress"), a.Truth?.Campaign)).ToList();
        var table = new Table().Border(TableBorder.Simple).AddColumns("#", "Tier", "Host", "Process", "Address", "Most", "Windows", "Truth");
        foreach (var (row, i) in rows.Take(ShownAlerts).Select((r, i) => (r, i)))
        {
            var first = row.First();
            table.AddRow(
                (i + 1).ToString(CultureInfo.InvariantCulture),
                TierStyle.Markup(first.Alert.Tier),
                Markup.Escape(ValueText.Of(row.Key.Host)),
                Markup.Escape(FileName(row.Key.Image)),
                Markup.Escape(ValueText.Of(row.Key.Address)),
                CountOf(first.Alert),
                row.Count().ToString(CultureInfo.InvariantCulture),
                Truth(first));
        }

        if (rows.Count > 0) _console.Write(table);
        if (rows.Count > ShownAlerts) _console.WriteLine($"  and {rows.Count - ShownAlerts} more processes and addresses, of lower rank.");
    }

    private void WriteCampaigns()
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Campaign", "Profile", "Connections", "Most an hour", "Found", "Why");
        foreach (var campaign in activity)
        {
            var found = alerts.Count(a => a.Truth?.Campaign == campaign.Campaign);
            table.AddRow(
                Markup.Escape(campaign.Campaign),
                Markup.Escape(campaign.Profile),
                ValueText.Of(campaign.Connections),
                ValueText.Of(campaign.MostInAnHour),
                found > 0 ? "[green]yes[/]" : "[red]no[/]",
                Markup.Escape(found > 0 ? $"{found} alerts" : WhyNot(campaign)));
        }

        _console.Write(table);
    }

    private void WriteBenign()
    {
        var benign = alerts.Where(a => a.Truth?.Malicious == false).CountBy(a => a.Truth!.Persona ?? ValueText.Missing).OrderByDescending(p => p.Value).ToList();
        if (benign.Count == 0) return;
        _console.WriteLine($"  False positives, by who made them: {string.Join(", ", benign.Select(p => $"{p.Key} {p.Value}"))}.");
    }

    private static string Truth(DemoAlert alert) => alert.Truth switch
    {
        null => ValueText.Missing,
        { Malicious: true } label => $"[red]{Markup.Escape(label.Campaign ?? "malicious")}[/]",
        { } label => $"benign: {Markup.Escape(label.Persona ?? ValueText.Missing)}",
    };

    private static string WhyNot(CampaignActivity campaign) => campaign.Connections == 0
        ? "it made no connection in this time"
        : string.Create(CultureInfo.InvariantCulture, $"no process called its server more than {campaign.MostInAnHour} times in an hour: see the blind spots");
}
