namespace DetectionKit;

/// <summary>Why one group in one window fires or does not.</summary>
public sealed record PaneExplanation
{
    /// <summary>The group.</summary>
    public required AlertKey Key { get; init; }

    /// <summary>The window.</summary>
    public required AlertWindow Window { get; init; }

    /// <summary>The number of the aggregate in the plan.</summary>
    public required int Stage { get; init; }

    /// <summary>How many events the window counts.</summary>
    public required long Events { get; init; }

    /// <summary>The group's events of this window that were not counted, by where they fell.</summary>
    public required IReadOnlyList<FallenEvents> Fallen { get; init; }

    /// <summary>The values of the aggregated row, without its key; none when no event is counted.</summary>
    public required IReadOnlyList<RowValue> Values { get; init; }

    /// <summary>What the stages from the aggregate on say of it, also those after one where it falls; none when no event is counted.</summary>
    public required IReadOnlyList<StageOutcome> Stages { get; init; }

    /// <summary>The stage where it falls; null when it fires or no event is counted.</summary>
    public StageOutcome? FellAt => Stages.FirstOrDefault(stage => stage.Verdict is StageVerdict.Fell or StageVerdict.Faulty);

    /// <summary>Whether it makes an alert. A Distinct or Suppress after the window may still hold it back: see <see cref="Stages"/>.</summary>
    public required bool Fires { get; init; }

    /// <summary>The number of the further aggregate that counts the row, which is not followed; null when there is none.</summary>
    public int? GoesOnTo { get; init; }

    /// <summary>The tier of the alert; null when there is none.</summary>
    public AlertTier? Tier { get; init; }

    /// <summary>The alert's value; null when there is none.</summary>
    public object? Alert { get; init; }

    /// <summary>Of a sliding window, which has one pane an event: how many panes lie about the time asked for. This one is the nearest to firing. 1 otherwise.</summary>
    public int OfPanes { get; init; } = 1;

    /// <summary>The explanation as text.</summary>
    public override string ToString() => PaneText.Write(new(), this).ToString();
}
