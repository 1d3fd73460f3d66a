namespace DetectionKit.GroundTruth;

/// <summary>What is known about the events of a key within a time.</summary>
public sealed record GroundTruthLabel
{
    /// <summary>Whether they are an adversary's.</summary>
    public required bool Malicious { get; init; }

    /// <summary>The campaign that they belong to; null where there is none.</summary>
    public string? Campaign { get; init; }

    /// <summary>The adversary's profile (framework and settings) that made them; null where it is unknown or there is none.</summary>
    public string? Profile { get; init; }

    /// <summary>The benign persona (kind of software) that made them; null where it is unknown or there is none.</summary>
    public string? Persona { get; init; }

    /// <summary>Which events; all when it is left out.</summary>
    public GroundTruthKey? Key { get; init; }

    /// <summary>The earliest event time, included; null for no limit.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The event time at which it ends, excluded; null for no limit.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>How many events it is about, where that is known.</summary>
    public long? Events { get; init; }

    /// <summary>
    /// The windows, of any length, in which the events came: in these and in no other a perfect detector could have fired. Null where that is not known; the label is then about all of its time.
    /// </summary>
    public IReadOnlyList<GroundTruthWindow>? Windows { get; init; }

    /// <summary>Whether a tuned detection must not lose it: a known true positive.</summary>
    public bool? MustDetect { get; init; }

    /// <summary>The id of the alert that this is an analyst's verdict on; null for a label of events.</summary>
    public string? Alert { get; init; }

    /// <summary>Anything a reader should know.</summary>
    public string? Note { get; init; }

    /// <summary>Whether an event is one of these.</summary>
    /// <param name="connection">The event.</param>
    /// <returns>Whether key and time match.</returns>
    public bool Matches(NetworkConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Alert is null && (From is not { } from || connection.Time >= from) && (To is not { } to || connection.Time < to) && (Key is null || Key.Matches(connection))
            && (Windows is null || Windows.Any(w => connection.Time >= w.From && connection.Time < w.To));
    }

    /// <summary>Whether an alert is about these events: its window reaches into the time of the label and, where that has windows, into one of them, and the parts of its key that the label names are equal.</summary>
    /// <param name="id">The alert's id.</param>
    /// <param name="key">Its key.</param>
    /// <param name="window">Its window.</param>
    /// <returns>How many parts of the key were compared, all for a verdict on the alert itself; null where it is about others.</returns>
    public int? Compare(string id, AlertKey key, AlertWindow window)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Alert is not null) return Alert == id ? int.MaxValue : null;
        if (From >= window.End && From > window.Start || To <= window.Start) return null;
        if (Windows is not null && !Windows.Any(w => w.From < window.End && w.To > window.Start)) return null;
        return Key is null ? 0 : Key.Compare(key);
    }
}
