namespace DetectionKit.CommandLine.Reading;

/// <summary>Batches of one event type on their way into a run.</summary>
internal sealed class EventFeed<T, TAlert, TOptions>(
    DetectionRun<TAlert, TOptions> run, IAsyncEnumerable<EventBatch<T>> batches, Func<T, DateTimeOffset> time, Action<EventBatch<T>>? onBatch, CancellationToken cancellationToken) : IEventFeed<TAlert>
    where TOptions : class, new()
{
    private IAsyncEnumerator<EventBatch<T>>? _batches;

    public Type EventType => typeof(T);

    public long Reached { get; private set; } = long.MinValue;

    public async ValueTask<(IReadOnlyList<Alert<TAlert>> Alerts, bool IsOpen)> StepAsync()
    {
        cancellationToken.ThrowIfCancellationRequested();
        _batches ??= batches.GetAsyncEnumerator(cancellationToken);
        if (!await _batches.MoveNextAsync().ConfigureAwait(false)) return (run.Complete<T>(), false);
        var batch = _batches.Current;
        onBatch?.Invoke(batch);
        Reached = Math.Max(Reached, TimeOfLast(batch));
        return (run.Push(batch), true);
    }

    public IReadOnlyList<Alert<TAlert>> Complete() => run.Complete<T>();

    public ValueTask DisposeAsync() => _batches?.DisposeAsync() ?? ValueTask.CompletedTask;

    // An event whose time can't be read is the run's to count.
    private long TimeOfLast(EventBatch<T> batch)
    {
        try
        {
            return batch.Count == 0 ? Reached : time(batch.Materialise(batch.Count - 1)).UtcTicks;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Reached;
        }
    }
}
