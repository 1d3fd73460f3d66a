using System.Runtime.ExceptionServices;

namespace DetectionKit;

/// <summary>A run on a thread of its own, over batches that are there already. Its alerts are kept until the run has ended.</summary>
internal sealed class BackgroundRun<T, TAlert> : IDisposable
{
    private readonly IEnumerable<EventBatch<T>> _batches;
    private readonly Func<IEventRun<TAlert>> _start;
    private readonly List<TAlert> _alerts = [];
    private readonly Task _task;
    private ExceptionDispatchInfo? _error;
    private volatile bool _isCancelled;

    internal BackgroundRun(IEnumerable<EventBatch<T>> batches, Func<IEventRun<TAlert>> start)
    {
        (_batches, _start) = (batches, start);

        // Not on the pool: the caller waits for the run, and may itself be on the pool's last thread.
        _task = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Waits for the end of the run. Then the alerts, and after them the exception that ended the run, if one did.</summary>
    internal IEnumerable<TAlert> Alerts()
    {
        _task.Wait();
        foreach (var alert in _alerts) yield return alert;
        _error?.Throw();
    }

    internal void Cancel() => _isCancelled = true;

    /// <summary>Ends the run at the next batch, and waits for that.</summary>
    public void Dispose()
    {
        Cancel();
        _task.Wait();
    }

    private void Run()
    {
        try
        {
            var run = _start();
            foreach (var batch in _batches)
            {
                if (_isCancelled) return;
                _alerts.AddRange(run.Push(batch));
            }

            if (!_isCancelled) _alerts.AddRange(run.Complete());
        }
        catch (Exception e)
        {
            _error = ExceptionDispatchInfo.Capture(e);
        }
    }
}
