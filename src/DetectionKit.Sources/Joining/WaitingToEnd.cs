namespace DetectionKit.Sources.Joining;

/// <summary>
/// Under <see cref="Disorder.Any"/>: connections wait to the end of the input, when every row that they may join has been seen, so that a single pass
/// gives the same result in any order, from a pipe as from a file. What memory has no room for waits in a temporary file.
/// </summary>
internal sealed class WaitingToEnd(int maxInMemory, string? folder) : IWaitingRoom
{
    private readonly Queue<ConnectionDraft> _inMemory = new();
    private DraftSpool? _spool;

    /// <inheritdoc/>
    public long Count => _inMemory.Count + (_spool?.Count ?? 0);

    /// <summary>None: no window closes before the end anyway.</summary>
    public DateTimeOffset? Oldest => null;

    /// <inheritdoc/>
    public void Add(in ConnectionDraft draft)
    {
        if (_inMemory.Count < maxInMemory) _inMemory.Enqueue(draft);
        else (_spool ??= new DraftSpool(folder)).Write(draft);
    }

    /// <inheritdoc/>
    public bool IsDue(long now, bool atEnd) => atEnd && Count > 0;

    /// <inheritdoc/>
    public ConnectionDraft Take(long now, bool atEnd, out bool early)
    {
        early = false;
        return _inMemory.TryDequeue(out var draft) ? draft : _spool!.Take();
    }

    /// <inheritdoc/>
    public void Dispose() => _spool?.Dispose();
}
