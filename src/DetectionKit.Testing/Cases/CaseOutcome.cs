namespace DetectionKit.Testing.Cases;

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Runtime">What it was run by.</param>
/// <param name="Alerts">How many alerts came.</param>
/// <param name="Tiers">Their tiers; those without one are empty.</param>
public sealed record CaseOutcome(DetectionCase Case, string Runtime, int Alerts, IReadOnlyList<string> Tiers)
{
    /// <summary>Whether it is what the case expects.</summary>
    public bool IsAsExpected => Case.Expected is { } expected && Alerts == expected.Alerts
        && (expected.Tiers is null || Tiers.Order(StringComparer.Ordinal).SequenceEqual(expected.Tiers.Order(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>Whether the other outcome is the same, whatever runtime it is of.</summary>
    public bool IsLike(CaseOutcome other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Alerts == other.Alerts && Tiers.Order(StringComparer.Ordinal).SequenceEqual(other.Tiers.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var came = Alerts == 0 ? "no alert" : Tiers.Any(tier => tier.Length > 0) ? string.Join(", ", Tiers) : $"{Alerts} {(Alerts == 1 ? "alert" : "alerts")}";
        if (IsAsExpected) return $"{Case.Name}: {came}";
        return Case.Expected is { } expected
            ? $"{Case.Name} ({Runtime}): {expected} expected, {came} came"
            : $"{Case.Name} ({Runtime}): it does not say what is expected; end it with Fires() or StaysSilent(). What came: {came}";
    }
}
