using System.Runtime.CompilerServices;

namespace DetectionKit;

/// <summary>Detections over one async stream; each enumeration is a run of its own.</summary>
internal sealed class AsyncDetection<T, TAlert> : IAsyncEnumerable<TAlert>
{
    private readonly IAsyncEnumerable<T> _source;
    private readonly Func<IEventRun<TAlert>> _start;
    private IEventRun<TAlert>? _first;

    internal AsyncDetection(IAsyncEnumerable<T> source, Func<IEventRun<TAlert>> start)
    {
        _source = source;
        _start = start;

        // Bad options throw at the call, not at the first event.
        _first = start();
    }

    public IAsyncEnumerator<TAlert> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Run(Interlocked.Exchange(ref _first, null) ?? _start(), cancellationToken).GetAsyncEnumerator(cancellationToken);

    private async IAsyncEnumerable<TAlert> Run(IEventRun<TAlert> run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = _source.GetAsyncEnumerator(stop.Token);
        Task<bool>? waiting = null;
        try
        {
            var gathered = new T[run.Settings.BatchSize];
            var count = 0;
            while (true)
            {
                var next = events.MoveNextAsync();
                bool more;
                if (next.IsCompletedSuccessfully)
                {
                    more = next.Result;
                }
                else
                {
                    waiting = next.AsTask();
                    run.Refresh();
                    foreach (var alert in run.Push(new ObjectBatch<T>(gathered, count))) yield return alert;
                    count = 0;
                    more = await waiting.ConfigureAwait(false);
                    waiting = null;
                }

                if (!more) break;
                gathered[count++] = events.Current;
                if (count < gathered.Length) continue;
                run.Refresh();
                foreach (var alert in run.Push(new ObjectBatch<T>(gathered, count))) yield return alert;
                count = 0;
                cancellationToken.ThrowIfCancellationRequested();
            }

            run.Refresh();
            foreach (var alert in run.Push(new ObjectBatch<T>(gathered, count))) yield return alert;
            foreach (var alert in run.Complete()) yield return alert;
        }
        finally
        {
            // A consumer that stops while the source is being waited for: the wait ends first, then the source is disposed of.
            if (waiting is not null)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await events.DisposeAsync().ConfigureAwait(false);
        }
    }
}
