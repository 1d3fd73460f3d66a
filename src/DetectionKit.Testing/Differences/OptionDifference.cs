namespace DetectionKit.Testing.Differences;

/// <summary>An option that differs between two versions of a rule.</summary>
/// <param name="Option">Its name.</param>
/// <param name="Old">Its value before; lists as their items.</param>
/// <param name="New">Its value after.</param>
/// <param name="Stages">The parts of the plan that read it, as text.</param>
public sealed record OptionDifference(string Option, string Old, string New, IReadOnlyList<string> Stages)
{
    /// <summary>The fewest events found that the versions tell apart by this option alone, with what the old one makes of them; null where none were found.</summary>
    public DetectionCase? Example { get; init; }

    /// <summary>What the new version makes of the example.</summary>
    public CaseExpectation? NewOutcome { get; init; }
}
