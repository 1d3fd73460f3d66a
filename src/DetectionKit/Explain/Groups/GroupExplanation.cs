namespace DetectionKit;

/// <summary>Why the groups of a key fire or do not in a window. <see cref="ToString"/> is the text for a person.</summary>
public sealed class GroupExplanation
{
    /// <summary>The most groups that are explained when a key names some of the parts only.</summary>
    public const int MostGroups = 10;

    internal GroupExplanation()
    {
    }

    /// <summary>The detection.</summary>
    public required DetectionInfo Detection { get; init; }

    /// <summary>The parts of the key that were asked for.</summary>
    public required IReadOnlyList<AlertKeyPart> Key { get; init; }

    /// <summary>The time that was asked for.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How many events were read.</summary>
    public required long Events { get; init; }

    /// <summary>How many of them are of the key, whatever their time.</summary>
    public required long MatchingEvents { get; init; }

    /// <summary>The groups with their windows, those with most events first, at most <see cref="MostGroups"/> groups.</summary>
    public required IReadOnlyList<PaneExplanation> Panes { get; init; }

    /// <summary>How many more groups of the key there are.</summary>
    public required int GroupsNotShown { get; init; }

    /// <summary>When the key or the window has no events: what there is instead, nearest first, a line each.</summary>
    public required IReadOnlyList<string> Nearest { get; init; }

    /// <summary>Events that were set aside because an expression threw, at most 100.</summary>
    public required IReadOnlyList<FaultyEvent> Faulty { get; init; }

    /// <summary>The whole explanation as text.</summary>
    public override string ToString() => GroupText.Of(this);
}
