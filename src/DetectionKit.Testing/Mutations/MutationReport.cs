using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace DetectionKit.Testing.Mutations;

/// <summary>The outcome of mutants as a file.</summary>
public static class MutationReport
{
    /// <summary>JSON in the mutation-testing-elements schema (version 2), which Stryker's report viewer opens. The rule is a file of one line a stage.</summary>
    /// <param name="result">The outcome.</param>
    public static string ToJson(MutationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true })) Write(json, result);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>One page of HTML that needs nothing else, readable in light and dark: the score, the rule, and every mutant, the survivors first.</summary>
    /// <param name="result">The outcome.</param>
    public static string ToHtml(MutationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>").Append(Text($"Mutants of {result.Detection}")).Append("</title>\n<style>\n");
        page.Append(":root { color-scheme: light dark; } body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; } pre { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8884; } .survived { color: #c62828; font-weight: 600; } code { overflow-wrap: anywhere; }\n@media (prefers-color-scheme: dark) { .survived { color: #ff8a80; } }\n</style>\n</head>\n<body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>Mutants of {Text(result.Detection)}</h1>\n<p>{result.Killed} of {result.Total} killed, score {result.Score:0.###}, {result.Elapsed.TotalMilliseconds:0} ms.</p>\n<h2>The rule</h2>\n<pre>");
        foreach (var (index, line) in result.Rule.Index()) page.Append(CultureInfo.InvariantCulture, $"{index + 1,3}  {Text(line)}\n");
        page.Append("</pre>\n<h2>Mutants</h2>\n<table>\n<tr><th>number</th><th>outcome</th><th>line</th><th>change</th><th>from</th><th>to</th></tr>\n");
        var survivors = result.Survivors.Select(s => s.Number).ToHashSet();
        foreach (var mutant in result.Mutants.OrderBy(m => !survivors.Contains(m.Number)).ThenBy(m => m.Number))
        {
            var outcome = survivors.Contains(mutant.Number) ? "survived" : "killed";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{mutant.Number}</td><td class=\"{outcome}\">{outcome}</td><td>{mutant.Line}</td><td>{Text(mutant.Operator)}</td><td><code>{Text(mutant.Before)}</code></td><td><code>{Text(mutant.After)}</code></td></tr>\n");
        }

        return page.Append("</table>\n</body>\n</html>\n").ToString();
    }

    private static void Write(Utf8JsonWriter json, MutationResult result)
    {
        var survivors = result.Survivors.Select(s => s.Number).ToHashSet();
        json.WriteStartObject();
        json.WriteString("schemaVersion", "2");
        json.WriteStartObject("thresholds");
        json.WriteNumber("high", 95);
        json.WriteNumber("low", 80);
        json.WriteEndObject();
        json.WriteStartObject("files");
        json.WriteStartObject(result.Detection + ".rule");
        json.WriteString("language", "csharp");
        json.WriteString("source", string.Join('\n', result.Rule) + "\n");
        json.WriteStartArray("mutants");
        foreach (var mutant in result.Mutants.Concat(result.Declared).Concat(result.Proven).OrderBy(m => m.Number))
        {
            json.WriteStartObject();
            json.WriteString("id", mutant.Number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("mutatorName", mutant.Operator);
            json.WriteString("replacement", mutant.After);
            json.WriteString("status", mutant.EquivalentBecause is not null ? "Ignored" : survivors.Contains(mutant.Number) ? "Survived" : "Killed");
            if (mutant.EquivalentBecause is { } reason) json.WriteString("statusReason", reason);
            json.WriteStartObject("location");
            Position(json, "start", mutant.Line, 1);
            Position(json, "end", mutant.Line, result.Rule[mutant.Line - 1].Length + 1);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Position(Utf8JsonWriter json, string name, int line, int column)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteEndObject();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
