using System.Text;
using System.Text.Json;

namespace DetectionKit.Benchmarks.Measuring;

/// <summary>Prints a result as JSON, one object a line and contestant.</summary>
internal static class JsonReport
{
    internal static void Write(SuiteResult result, TextWriter output)
    {
        foreach (var figures in result.Contestants) output.WriteLine(Line(result, figures));
    }

    private static string Line(SuiteResult result, ContestantFigures figures)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("name", figures.Name);
            json.WriteNumber("threads", figures.Threads);
            json.WriteNumber("nsPerEvent", Rounded(figures.NanosecondsPerEvent));
            json.WriteNumber("min", Rounded(figures.Min));
            json.WriteNumber("max", Rounded(figures.Max));
            json.WriteNumber("bytesPerEvent", Rounded(figures.BytesPerEvent));
            if (figures.GigabytesPerSecond is { } gigabytes) json.WriteNumber("gbPerSecond", Rounded(gigabytes));
            if (figures.BytesPerGroup is { } bytesPerGroup) json.WriteNumber("bytesPerGroup", Rounded(bytesPerGroup));
            if (figures.MaxPauseMilliseconds is { } maxPause) json.WriteNumber("maxPauseMs", Rounded(maxPause));
            json.WriteString("alerts", figures.Alerts.ToString());
            json.WriteString("suite", result.Suite);
            json.WriteString("strings", result.Strings == Workload.StringInstances.Pooled ? "pooled" : "fresh");
            json.WriteNumber("events", result.Events);
            json.WriteNumber("rounds", result.Rounds);
            json.WriteNumber("ratio", Rounded(result.RatioOf(figures)));
            json.WriteBoolean("steady", figures.IsSteady);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static double Rounded(double value) => Math.Round(value, 3);
}
