using System.Globalization;

namespace DetectionKit.CommandLine.Commands;

/// <summary>Times on a command line: UTC where they name no zone.</summary>
internal static class UtcTime
{
    /// <exception cref="FormatException">The text is no time.</exception>
    internal static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new FormatException("write a time such as 2026-03-02T08:00Z.");
}
