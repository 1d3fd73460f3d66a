namespace DetectionKit;

/// <summary>The way of one event through the stages before the first window.</summary>
public sealed record EventPath
{
    /// <summary>What became of the event at each stage, up to the one where it fell.</summary>
    public required IReadOnlyList<StageOutcome> Stages { get; init; }

    /// <summary>The stage where it fell; null when it passed all.</summary>
    public StageOutcome? FellAt => Stages.FirstOrDefault(stage => stage.Verdict is StageVerdict.Fell or StageVerdict.Faulty);

    /// <summary>Where it is counted; null when it fell, and of a detection without windows.</summary>
    public EventGroup? Group { get; init; }

    /// <summary>The alert's value, of a detection without windows; null otherwise.</summary>
    public object? Alert { get; init; }

    /// <summary>The tier reached, of a detection without windows; null otherwise.</summary>
    public AlertTier? Tier { get; init; }

    /// <summary>Whether it ends at a stage where the event meets others, as in a sequence or a join: what comes of it depends on them.</summary>
    public bool IsOpen { get; init; }
}
