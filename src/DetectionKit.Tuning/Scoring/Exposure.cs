namespace DetectionKit.Tuning.Scoring;

/// <summary>How much was watched: what rates are counted against.</summary>
/// <param name="Hosts">How many hosts.</param>
/// <param name="Days">For how many days, above zero.</param>
public sealed record Exposure(double Hosts, double Days)
{
    /// <summary>Hosts times days.</summary>
    public double HostDays => Hosts * Days;

    /// <summary>Of recorded events: the hosts seen, for the hours that have any event. So a gap between two recordings is not watched time.</summary>
    /// <param name="hosts">The number of hosts.</param>
    /// <param name="hours">The number of hours of the clock with an event.</param>
    public static Exposure Recorded(int hosts, int hours) => new(Math.Max(1, hosts), Math.Max(1, hours) / 24.0);
}
