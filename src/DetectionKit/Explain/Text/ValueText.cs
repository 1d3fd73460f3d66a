using System.Globalization;

namespace DetectionKit;

/// <summary>A value of an event, a row or an option as text for people: times in UTC, long text and lists cut short.</summary>
internal static class ValueText
{
    private const int Longest = 160;

    internal static string Of(object? value) => value switch
    {
        null => "null",
        DateTimeOffset time => OfTime(time),
        double or float => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        string text => $"'{Shortened(text)}'",
        _ => Shortened(OptionsText.ValueOf(value)),
    };

    /// <summary>A time in UTC by ISO 8601, with as many decimals of a second as it has.</summary>
    internal static string OfTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Shortened(string text) => text.Length <= Longest ? text : $"{text.AsSpan(0, Longest)}…";
}
