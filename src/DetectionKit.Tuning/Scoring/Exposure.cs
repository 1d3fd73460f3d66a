namespace DetectionKit.Tuning;

/// <summary>How much was watched: what rates are counted against.</summary>
/// <param name="Hosts">How many hosts.</param>
/// <param name="Days">For how many days, above zero.</param>
public sealed record Exposure(double Hosts, double Days)
{
    /// <summary>Hosts times days.</summary>
    public double HostDays => Hosts * Days;

    /// <summary>Of recorded events: the hosts seen, from the first event to the last, but a minute at least.</summary>
    /// <param name="hosts">The number of hosts.</param>
    /// <param name="first">The time of the first event.</param>
    /// <param name="last">The time of the last.</param>
    public static Exposure Recorded(int hosts, DateTimeOffset first, DateTimeOffset last) => new(Math.Max(1, hosts), Math.Max(TimeSpan.FromMinutes(1).TotalDays, (last - first).TotalDays));
}
