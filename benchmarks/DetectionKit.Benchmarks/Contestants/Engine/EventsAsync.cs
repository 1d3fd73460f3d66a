namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>An async source that always has the next event and costs no more than the call.</summary>
internal sealed class EventsAsync<T>(T[] events) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(events);

    private sealed class Enumerator(T[] events) : IAsyncEnumerator<T>
    {
        private int _next;

        public T Current { get; private set; } = default!;

        public ValueTask<bool> MoveNextAsync()
        {
            if (_next == events.Length) return new(false);
            Current = events[_next++];
            return new(true);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
