namespace DetectionKit;

/// <summary>A sequence being read into a run.</summary>
internal interface IBatchReader<TAlert> : IDisposable
{
    /// <summary>The time of the event that comes next.</summary>
    long Time { get; }

    /// <summary>Whether as much has been gathered as goes into a batch.</summary>
    bool IsFull { get; }

    /// <summary>Goes to the first event.</summary>
    bool MoveNext();

    /// <summary>Gathers the event that comes next, and goes to the one after.</summary>
    bool Gather();

    /// <summary>Hands what was gathered to the run.</summary>
    IReadOnlyList<Alert<TAlert>> Push();

    /// <summary>Tells the run that there is no more.</summary>
    IReadOnlyList<Alert<TAlert>> Complete();
}
