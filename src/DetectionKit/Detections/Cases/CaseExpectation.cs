namespace DetectionKit;

/// <summary>What is expected of a case.</summary>
/// <param name="Alerts">How many alerts, exactly.</param>
/// <param name="Tiers">Their tiers, in any order; null where those do not matter.</param>
public sealed record CaseExpectation(int Alerts, IReadOnlyList<string>? Tiers)
{
    /// <inheritdoc/>
    public override string ToString() => Alerts == 0 ? "no alert" : Tiers is null ? $"{Alerts} {(Alerts == 1 ? "alert" : "alerts")}" : string.Join(", ", Tiers);
}
