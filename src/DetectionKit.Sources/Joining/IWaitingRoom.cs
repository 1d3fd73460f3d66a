using System.Diagnostics.CodeAnalysis;

namespace DetectionKit.Sources.Joining;

/// <summary>Where connections wait for what they join.</summary>
internal interface IWaitingRoom : IDisposable
{
    /// <summary>The number that wait.</summary>
    long Count { get; }

    /// <summary>The least time of those that wait; null when none does.</summary>
    DateTimeOffset? Oldest { get; }

    void Add(in ConnectionDraft draft);

    /// <summary>Takes one that need wait no longer.</summary>
    /// <param name="now">The clock.</param>
    /// <param name="atEnd">Whether the input has ended.</param>
    /// <param name="draft">The connection.</param>
    /// <param name="early">Whether it had to leave before its time for want of room.</param>
    bool TryTake(long now, bool atEnd, [MaybeNullWhen(false)] out ConnectionDraft draft, out bool early);
}
