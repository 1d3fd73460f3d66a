using System.Collections;
using System.Globalization;

namespace DetectionKit.CommandLine.Output;

/// <summary>A value as text in a table.</summary>
internal static class ValueText
{
    /// <summary>What stands for a missing value.</summary>
    internal const string Missing = "-";

    internal static string Of(object? value) => value switch
    {
        null => Missing,
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double or float => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}"),
        _ when ScalarText.Of(value) is { } text => text,
        IEnumerable items => string.Join(", ", items.Cast<object?>().Select(Of)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? Missing,
    };

    /// <summary>The text, cut in its middle where it is longer than <paramref name="most"/>: the end of a path says more than its middle.</summary>
    internal static string Short(object? value, int most)
    {
        var text = Of(value).ReplaceLineEndings(" ");
        return text.Length <= most ? text : $"{text[..((most - 1) / 3)]}…{text[^((most - 1) - ((most - 1) / 3))..]}";
    }
}
