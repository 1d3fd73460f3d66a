namespace DetectionKit.Sources.Joining;

/// <summary>Where connections wait for what they join.</summary>
internal interface IWaitingRoom : IDisposable
{
    /// <summary>The number that wait.</summary>
    long Count { get; }

    /// <summary>The least time of those that wait; null when none does.</summary>
    DateTimeOffset? Oldest { get; }

    void Add(in ConnectionDraft draft);

    /// <summary>Whether there is one that need wait no longer, or may not, for want of room.</summary>
    /// <param name="now">The clock.</param>
    /// <param name="atEnd">Whether the input has ended.</param>
    bool IsDue(long now, bool atEnd);

    /// <summary>Takes the one that is due.</summary>
    /// <param name="now">The clock.</param>
    /// <param name="atEnd">Whether the input has ended.</param>
    /// <param name="early">Whether it has to leave before its time for want of room.</param>
    ConnectionDraft Take(long now, bool atEnd, out bool early);
}
