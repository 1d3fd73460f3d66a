namespace DetectionKit.Engine;

/// <summary>What stands behind a row that a stage made: a pane, or a single event held back for a while.</summary>
internal sealed record RowOrigin
{
    /// <summary>The event and its reader, for a row that is a single event.</summary>
    internal object? Event { get; init; }

    internal EventPosition? Position { get; init; }

    internal EventReader? Reader { get; init; }

    /// <summary>The key of the pane; null for a single event.</summary>
    internal AlertKey? Key { get; init; }

    internal long Start { get; init; }

    internal long End { get; init; }

    /// <summary>What tells this pane from others of its key: the window's start, an episode's start, a session's first event.</summary>
    internal long Anchor { get; init; }

    /// <summary>Which of the plan's aggregates made it, or which of its edges from sources it came by, counted from 0.</summary>
    internal int Branch { get; init; }

    /// <summary>Which of the plan's stages made it, however many ways lead to that stage; -1 for a single event.</summary>
    internal int Stage { get; init; } = -1;

    internal required EvidenceSnapshot Evidence { get; init; }

    internal AlertTier? Tier { get; init; }

    internal int Revision { get; init; }

    internal AlertStatus Status { get; init; }
}
