using DetectionKit.Engine;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>
/// Gathers single events into batches as long as no alert is due: no window that is open, or that a gathered event opens, ends before the watermark. The event that takes
/// the watermark that far goes on at once, with all gathered before it, so that alerts leave with the event that causes them.
/// </summary>
internal sealed class EventGatherer<T, TAlert, TOptions>(DetectionPlan plan, DetectionRun<TAlert, TOptions> run, DetectionEngine<TAlert, TOptions> engine) : IEventGatherer<T, Alert<TAlert>>
    where TOptions : class, new()
{
    private readonly Func<T, TOptions, DateTimeOffset> _timeOf = EventTimeReader<T, TOptions>.Of(plan);
    private readonly T[] _gathered = new T[run.Settings.BatchSize];
    private readonly long _tolerance = run.Settings.Disorder!.Value.Tolerance.Ticks;
    private readonly bool _isAnyOrder = run.Settings.Disorder!.Value.IsAny;
    private int _count;
    private long _earliest = long.MaxValue;
    private long _due = engine.NextDue;

    public IReadOnlyList<Alert<TAlert>> Take(T e)
    {
        _gathered[_count++] = e;
        return _count < _gathered.Length && !IsDue(e) ? [] : Flush();
    }

    public IReadOnlyList<Alert<TAlert>> Flush()
    {
        if (_count == 0) return [];
        var alerts = run.Push(new ObjectBatch<T>(_gathered, _count));
        Array.Clear(_gathered, 0, _count);
        (_count, _earliest, _due) = (0, long.MaxValue, engine.NextDue);
        return alerts;
    }

    private bool IsDue(T e)
    {
        if (_isAnyOrder) return false;
        long time;
        try
        {
            time = _timeOf(e, run.Options).UtcTicks;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The run counts it as faulty.
            return true;
        }

        // A later event is due later: only the earliest counts.
        if (time < _earliest)
        {
            _earliest = time;
            _due = Math.Min(_due, engine.DueAfter<T>(time));
        }

        return time - _tolerance >= _due;
    }
}
