using System.Globalization;
using System.Net;
using System.Text;

namespace DetectionKit.CommandLine.Output;

/// <summary>ArcSight's Common Event Format, version 0: one line an alert.</summary>
internal sealed class CefFormat : IAlertFormat
{
    /// <inheritdoc/>
    public string Name => "cef";

    /// <inheritdoc/>
    public IAlertWriter Open(AlertOutput output) => new Writer(output);

    private sealed class Writer(AlertOutput output) : IAlertWriter
    {
        public void Write(Alert alert)
        {
            output.Writer.Write(LineOf(alert));
            output.Writer.Write('\n');
            if (output.IsStream) output.Writer.Flush();
        }

        public void Complete(bool succeeded) => output.Writer.Flush();
    }

    private static string LineOf(Alert alert)
    {
        var info = alert.Detection;
        var line = new StringBuilder("CEF:0|DetectionKit|DetectionKit|1|");
        line.Append(Header(info.Id)).Append('|').Append(Header(info.Title)).Append('|').Append(SeverityOf(info.Severity)).Append('|');
        Add(line, "externalId", alert.Id);
        Add(line, "start", alert.Evidence.First.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        Add(line, "end", alert.Evidence.Last.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        if (alert.Tier is { } tier) Add(line, "cat", tier.Label);
        Add(line, "cs1Label", "Techniques");
        Add(line, "cs1", string.Join(' ', info.Techniques.Select(technique => technique.Id)));
        Add(line, "cs2Label", "OptionsHash");
        Add(line, "cs2", alert.OptionsHash);
        foreach (var part in alert.Key.Parts.Where(part => part.Value is not null))
        {
            var text = ScalarText.Of(part.Value!) ?? part.Value!.ToString()!;
            var key = part.Value is IPAddress ? "dst" : part.Name.Contains("User", StringComparison.Ordinal) ? "suser" : part.Name.Contains("Host", StringComparison.Ordinal) ? "shost" : null;
            if (key is not null) Add(line, key, text);
        }

        Add(line, "msg", string.Join(", ", AlertJson.MembersOf(alert.UntypedValue).Select(member => $"{member.Name}={(member.Get(alert.UntypedValue!) is { } value ? ScalarText.Of(value) ?? value.ToString() : "")}")));
        return line.ToString().TrimEnd();
    }

    private static void Add(StringBuilder line, string key, string value) => line.Append(key).Append('=').Append(Extension(value)).Append(' ');

    private static string Header(string text) => OneLine(text).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("|", @"\|", StringComparison.Ordinal);

    private static string Extension(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("=", @"\=", StringComparison.Ordinal).ReplaceLineEndings(@"\n");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static int SeverityOf(Severity severity) => severity switch
    {
        Severity.Low => 3,
        Severity.Medium => 5,
        Severity.High => 8,
        Severity.Critical => 10,
        _ => 1,
    };
}
