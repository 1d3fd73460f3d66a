using System.Globalization;

namespace DetectionKit;

/// <summary>Durations as people write them on a command line or in a configuration file.</summary>
public static class Duration
{
    /// <summary>Reads <c>250ms</c>, <c>90s</c>, <c>10m</c>, <c>2h</c>, <c>1d</c> (a decimal number before the unit) or .NET's <c>[d.]hh:mm:ss[.fffffff]</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">What it says.</param>
    /// <returns>Whether the text is a duration. A bare number is not: its unit would be a guess.</returns>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Contains(':')) return TimeSpan.TryParse(trimmed, CultureInfo.InvariantCulture, out duration);
        var unit = trimmed.TrimStart("+-0123456789.");
        if (!decimal.TryParse(trimmed[..^unit.Length], NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return false;
        var ticks = unit.Trim() switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" or "min" => TimeSpan.TicksPerMinute,
            "h" => TimeSpan.TicksPerHour,
            "d" => TimeSpan.TicksPerDay,
            _ => 0L,
        };
        if (ticks == 0 || Math.Abs(number) > long.MaxValue / ticks) return false;
        duration = TimeSpan.FromTicks((long)(number * ticks));
        return true;
    }
}
