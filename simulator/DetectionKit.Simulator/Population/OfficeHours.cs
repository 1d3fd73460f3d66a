namespace DetectionKit.Simulator.Population;

/// <summary>When people work, Monday to Friday by their site's clock. Each person keeps one begin and one length, drawn in whole minutes.</summary>
/// <param name="EarliestBegin">The earliest begin, since midnight.</param>
/// <param name="LatestBegin">The latest begin, not before the earliest.</param>
/// <param name="Shortest">The shortest day, above zero.</param>
/// <param name="Longest">The longest day, not less than the shortest; from the latest begin it ends by midnight.</param>
public sealed record OfficeHours(TimeSpan EarliestBegin, TimeSpan LatestBegin, TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>From between 7:00 and 9:30, for 8 to 10 hours.</summary>
    public static OfficeHours Default { get; } = new(TimeSpan.FromHours(7), TimeSpan.FromHours(9.5), TimeSpan.FromHours(8), TimeSpan.FromHours(10));
}
