namespace DetectionKit.Simulator.Scenarios;

/// <summary>Who is behind an event.</summary>
/// <param name="Name">The name of the persona, or of the adversary's profile.</param>
/// <param name="Campaign">The campaign; null for a benign persona.</param>
public sealed record Actor(string Name, string? Campaign)
{
    /// <summary>What its connections carry.</summary>
    public Traffic Traffic { get; init; } = Traffic.None;

    /// <summary>Whether it is an adversary.</summary>
    public bool IsMalicious => Campaign is not null;
}
