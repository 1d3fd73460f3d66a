namespace DetectionKit.Tests.Aggregates;

/// <summary>A measured value of a host.</summary>
public sealed record Reading(DateTimeOffset Time, string? Host, double? Value)
{
    internal static DateTimeOffset Start { get; } = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    /// <summary>One reading a second, of one host.</summary>
    internal static IReadOnlyList<Reading> Of(params double?[] values) => [.. values.Select((value, i) => new Reading(Start.AddSeconds(i), "A", value))];
}
