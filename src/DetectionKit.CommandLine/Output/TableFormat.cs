using System.Globalization;
using Spectre.Console;

namespace DetectionKit.CommandLine.Output;

/// <summary>A table a detection, for people; where alerts come as windows close, a line an alert.</summary>
internal sealed class TableFormat : IAlertFormat
{
    private const int MostCharacters = 60;

    /// <inheritdoc/>
    public string Name => "table";

    /// <inheritdoc/>
    public IAlertWriter Open(AlertOutput output) => output.IsStream ? new LineWriter(output.Writer) : new TableWriter(output);

    private static bool IsTierOf(Alert alert, ValueMember member) => alert.Tier is { } tier && member.Type == tier.Value.GetType();

    private sealed class TableWriter(AlertOutput output) : IAlertWriter
    {
        private readonly List<Alert> _alerts = [];

        public void Write(Alert alert) => _alerts.Add(alert);

        public void Complete(bool succeeded)
        {
            var console = AppConsole.Tables(output.Writer, output.IsTerminal);
            foreach (var detection in _alerts.GroupBy(a => a.Detection.Id, StringComparer.Ordinal)) Write(console, [.. detection]);
            if (_alerts.Count == 0 && succeeded) output.Writer.WriteLine("No alerts.");
            output.Writer.Flush();
        }

        private static void Write(IAnsiConsole console, List<Alert> alerts)
        {
            var first = alerts[0];
            var members = AlertJson.MembersOf(first.UntypedValue).Where(m => !IsTierOf(first, m)).ToList();
            var table = new Table().Border(TableBorder.Simple);
            console.WriteLine($"{first.Detection.Id}: {first.Detection.Title}");
            table.AddColumns("#", "Window");
            if (first.Tier is not null) table.AddColumn("Tier");
            if (members.Count == 0) table.AddColumn("Value");
            foreach (var member in members) table.AddColumn(new TableColumn(Markup.Escape(member.Name)) { Alignment = TierStyle.AlignmentOf(member.Type) });
            for (var i = 0; i < alerts.Count; i++)
            {
                var alert = alerts[i];
                List<string> cells = [(i + 1).ToString(CultureInfo.InvariantCulture), ValueText.Of(alert.Window.Start)];
                if (first.Tier is not null) cells.Add(TierStyle.Markup(alert.Tier));
                if (members.Count == 0) cells.Add(Markup.Escape(ValueText.Short(alert.UntypedValue, MostCharacters)));
                cells.AddRange(members.Select(m => Markup.Escape(ValueText.Short(alert.UntypedValue is { } value ? m.Get(value) : null, MostCharacters))));
                table.AddRow([.. cells]);
            }

            console.Write(table);
        }
    }

    private sealed class LineWriter(TextWriter writer) : IAlertWriter
    {
        public void Write(Alert alert)
        {
            var value = alert.UntypedValue;
            var members = AlertJson.MembersOf(value).Where(m => !IsTierOf(alert, m)).ToList();
            var fields = members.Count == 0 ? ValueText.Of(value) : string.Join("  ", members.Select(m => $"{m.Name}={ValueText.Short(m.Get(value!), MostCharacters)}"));
            var status = alert.Status == AlertStatus.Final ? "" : $"  {alert.Status}";
            writer.WriteLine($"{ScalarText.Iso(alert.Window.Start)}  {alert.Detection.Id}{status}{(alert.Tier is { } tier ? "  " + tier.Label : "")}  {fields}");
            writer.Flush();
        }

        public void Complete(bool succeeded) => writer.Flush();
    }
}
