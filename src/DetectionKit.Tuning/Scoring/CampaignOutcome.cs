namespace DetectionKit.Tuning.Scoring;

/// <summary>What a setting made of a campaign.</summary>
/// <param name="Campaign">Its name.</param>
/// <param name="Profile">The adversary's profile; null where it is not known.</param>
/// <param name="MustDetect">Whether it must not be lost.</param>
/// <param name="Alerts">How many alerts are about it.</param>
/// <param name="TimeToDetect">From its first event to the end of the first window that alerts; null when it was not found, or when it began is not known.</param>
public sealed record CampaignOutcome(string Campaign, string? Profile, bool MustDetect, long Alerts, TimeSpan? TimeToDetect)
{
    /// <summary>The set of events that it is in, such as a seed: campaigns of several sets may have one name.</summary>
    public string? Events { get; init; }

    /// <summary>Whether any alert is about it.</summary>
    public bool IsFound => Alerts > 0;
}
