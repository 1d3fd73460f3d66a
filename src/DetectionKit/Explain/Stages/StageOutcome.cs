namespace DetectionKit;

/// <summary>What became of a row at one stage, and why.</summary>
public sealed record StageOutcome
{
    /// <summary>The stage's number in the plan, from 1, as in <see cref="PlanExplanation.Stages"/>.</summary>
    public required int Stage { get; init; }

    /// <summary>The word for the stage.</summary>
    public required string Kind { get; init; }

    /// <summary>What became of the row.</summary>
    public required StageVerdict Verdict { get; init; }

    /// <summary>The conditions that were evaluated, in order: one of a where, each having of an aggregate, the tiers up to the one that held.</summary>
    public IReadOnlyList<ConditionExplanation> Conditions { get; init; } = [];

    /// <summary>The tier reached here, of a stage with tiers; null when none was.</summary>
    public AlertTier? Tier { get; init; }

    /// <summary>What the stage threw; null when it did not.</summary>
    public Exception? Error { get; init; }

    /// <summary>The stage as lines of text, without its number and kind.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>The stage's kind and what became of the row, such as <c>where Connections >= MinConnections (12): 9, short by 3</c>.</summary>
    public override string ToString() => $"{Kind} {string.Join("; ", Lines)}";
}
