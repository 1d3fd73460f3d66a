using System.Collections.Concurrent;

namespace DetectionKit.Tests.Runtimes.Batch;

/// <summary>Counts the calls of a query's filter on each thread.</summary>
public sealed class ThreadRecorder
{
    private readonly ConcurrentDictionary<int, int> _calls = [];

    internal int Threads => _calls.Count;

    internal int Calls => _calls.Values.Sum();

    /// <summary>What each call does besides.</summary>
    internal Action Then { get; set; } = () => { };

    /// <summary>Lets every event through.</summary>
    public bool Sees(object? e)
    {
        _calls.AddOrUpdate(Environment.CurrentManagedThreadId, 1, (_, calls) => calls + 1);
        Then();
        return e is not null;
    }
}
