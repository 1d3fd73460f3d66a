namespace DetectionKit;

/// <summary>Why an event was or was not counted. <see cref="ToString"/> is the text for a person.</summary>
public sealed class EventExplanation
{
    internal EventExplanation()
    {
    }

    /// <summary>The detection.</summary>
    public required DetectionInfo Detection { get; init; }

    /// <summary>The event.</summary>
    public required object Event { get; init; }

    /// <summary>Its event time; null when reading it threw.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>What reading its event time threw: such an event is set aside as faulty. Null when it did not.</summary>
    public Exception? TimeError { get; init; }

    /// <summary>Its ways through the stages before the first window: one, or several where the plan branches.</summary>
    public required IReadOnlyList<EventPath> Paths { get; init; }

    /// <summary>Whether it passes all stages before the first window, on any of its ways.</summary>
    public bool Passes => TimeError is null && Paths.Any(path => path.FellAt is null);

    /// <summary>The stage where it falls; null when it passes. Where the plan branches, the one farthest along.</summary>
    public StageOutcome? FellAt => Passes ? null : Paths.MaxBy(path => path.Stages.Count)?.FellAt;

    /// <summary>The whole explanation as text.</summary>
    public override string ToString() => EventText.Of(this);
}
