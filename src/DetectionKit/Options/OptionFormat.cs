using System.Globalization;

namespace DetectionKit;

/// <summary>A scalar as text: the same for values that are equal, on every machine, and read back by <see cref="OptionScalar"/>.</summary>
internal static class OptionFormat
{
    internal static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        TimeSpan duration => duration.ToString("c", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Local } time => Text(time.ToUniversalTime()),
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
        // Equal numbers have one text: zero without a sign, a decimal without its trailing zeros.
        decimal number => number == 0 ? "0" : number.ToString("G29", CultureInfo.InvariantCulture),
        0.0 or 0f => "0",
        Uri uri => uri.OriginalString,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
