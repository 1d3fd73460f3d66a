using System.Globalization;
using System.Text;
using DetectionKit.CommandLine.Output;
using DetectionKit.Testing.Cases;

namespace DetectionKit.CommandLine.Documentation;

/// <summary>A detection as a page of Markdown, from its attributes, its options and its plan alone.</summary>
internal static class DetectionPage
{
    internal static string Of(Detection detection)
    {
        var info = detection.Info;
        var options = Activator.CreateInstance(detection.OptionsType)!;
        var page = new StringBuilder();
        Lines($"# {info.Id}: {info.Title}");
        if (info.Description is { } description) Lines("", description);
        Lines("", "| version | severity | confidence | ATT&CK | events |", "|---|---|---|---|---|");
        var techniques = info.Techniques.Select(t => t.Name is null ? t.Id : $"{t.Id} ({t.Name})");
        Lines(string.Create(CultureInfo.InvariantCulture, $"| {info.Version} | {info.Severity} | {info.Confidence} | {Cell(string.Join(", ", techniques))} | {string.Join(", ", detection.Plan.Sources.Select(s => s.RowType.Name).Distinct())} |"));
        Lines("", "## What it does", "```text", detection.Explain().ToString().TrimEnd().ReplaceLineEndings("\n"), "```");
        var members = ValueMembers.Of(options.GetType()).ToList();
        if (members.Count > 0)
        {
            Lines("", "## Options", "| option | default |", "|---|---|");
            foreach (var option in members) Lines($"| `{option.Name}` | {Cell(ValueText.Of(option.Get(options)))} |");
        }

        if (detection.Cases.Count > 0)
        {
            Lines("", "## Cases", "| events | options | what comes of them |", "|---|---|---|");
            foreach (var one in detection.Cases) Lines($"| {Cell(one.Name)} | {(one.Options is null ? "" : Cell(CaseText.OptionsOf(one)))} | {Cell(one.Expected?.ToString() ?? "")} |");
        }

        List("## What it does not see", info.BlindSpots);
        List("## What fires falsely", info.FalsePositives);
        List("## References", info.References);
        return page.ToString();

        void Lines(params ReadOnlySpan<string> lines)
        {
            foreach (var line in lines) page.Append(line).Append('\n');
        }

        void List(string title, IReadOnlyList<string> items)
        {
            if (items.Count == 0) return;
            Lines("", title);
            foreach (var item in items) Lines($"- {item}");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
