namespace DetectionKit.Tests.Windows;

/// <summary>A sign of life at a minute after 10:00.</summary>
public sealed record Beat(DateTimeOffset Time, string Host)
{
    internal static DateTimeOffset Ten { get; } = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<Beat> At(params double[] minutes) => [.. minutes.Select(minute => new Beat(Ten.AddMinutes(minute), "A"))];
}
