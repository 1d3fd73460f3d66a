using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>A sequence of events of one type.</summary>
internal sealed class BatchInput<T>(IEnumerable<T> events) : IBatchInput
{
    public IBatchReader<TAlert> Open<TAlert, TOptions>(DetectionPlan plan, DetectionRun<TAlert, TOptions> run)
        where TOptions : class, new() => new Reader<TAlert, TOptions>(events.GetEnumerator(), EventTimeReader<T, TOptions>.Of(plan), run);

    private sealed class Reader<TAlert, TOptions>(IEnumerator<T> events, Func<T, TOptions, DateTimeOffset> timeOf, DetectionRun<TAlert, TOptions> run) : IBatchReader<TAlert>
        where TOptions : class, new()
    {
        private readonly T[] _gathered = new T[run.Settings.BatchSize];
        private int _count;

        public long Time { get; private set; }

        public bool IsFull => _count == _gathered.Length;

        public bool MoveNext()
        {
            if (!events.MoveNext()) return false;
            Time = ReadTime(events.Current);
            return true;
        }

        public bool Gather()
        {
            _gathered[_count++] = events.Current;
            return MoveNext();
        }

        public IReadOnlyList<Alert<TAlert>> Push()
        {
            var count = _count;
            _count = 0;
            return count == 0 ? [] : run.Push(new ObjectBatch<T>(_gathered, count));
        }

        public IReadOnlyList<Alert<TAlert>> Complete() => run.Complete<T>();

        public void Dispose() => events.Dispose();

        // An event whose time can't be read goes on at once: the run counts it as faulty.
        private long ReadTime(T e)
        {
            try
            {
                return timeOf(e, run.Options).UtcTicks;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                return Time;
            }
        }
    }
}
