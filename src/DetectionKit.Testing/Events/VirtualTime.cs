using System.Globalization;

namespace DetectionKit.Testing.Events;

/// <summary>Times of tests, written from the midnight at which they begin: "00:05", "23:59:59.999", "1.02:00" (the next day, 02:00).</summary>
public static class VirtualTime
{
    /// <summary>The midnight: 2026-03-02 00:00 UTC, a Monday.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A time as a date.</summary>
    /// <param name="time">Hours and minutes from the midnight, with days before them where need be, or a whole date in ISO 8601.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public static DateTimeOffset At(string time)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (TimeSpan.TryParse(time, CultureInfo.InvariantCulture, out var span) && time.Contains(':', StringComparison.Ordinal)) return Start + span;
        return DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && time.Contains('T', StringComparison.Ordinal)
            ? date
            : throw new FormatException($"'{time}' is no time: write 00:05, 1.02:00 (a day and two hours) or 2026-03-02T00:05:00Z.");
    }
}
