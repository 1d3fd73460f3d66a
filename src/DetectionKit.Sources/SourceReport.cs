namespace DetectionKit.Sources;

/// <summary>
/// What a run has read so far. Counters only grow (but <see cref="Waiting"/>), can be read from any thread while the run goes on, and add up over runs
/// that share a report.
/// </summary>
public sealed class SourceReport
{
    private readonly Lock _lock = new();
    private readonly List<MalformedRecord> _malformedSamples = [];
    private readonly List<SourceFault> _faults = [];
    private readonly List<SourceInput> _inputs = [];
    private readonly long[] _counters = new long[Enum.GetValues<SourceCounter>().Length];

    /// <summary>Every malformed record, as it is met, on the reading thread. A handler must not throw.</summary>
    public event Action<MalformedRecord>? RecordMalformed;

    /// <summary>Every input that could not be read to its end, as it is met, on the reading thread. A handler must not throw.</summary>
    public event Action<SourceFault>? InputFaulted;

    /// <summary>Bytes read, after decompression.</summary>
    public long Bytes => this[SourceCounter.Bytes];

    /// <summary>Lines read, empty ones included.</summary>
    public long Lines => this[SourceCounter.Lines];

    /// <summary>Events handed out.</summary>
    public long Events => this[SourceCounter.Events];

    /// <summary>Records that gave no event because something in them is wrong.</summary>
    public long Malformed => this[SourceCounter.Malformed];

    /// <summary>Sound records of other kinds than those asked for, <see cref="NotInitiated"/> included.</summary>
    public long Skipped => this[SourceCounter.Skipped];

    /// <summary>Sysmon connections that the endpoint did not initiate.</summary>
    public long NotInitiated => this[SourceCounter.NotInitiated];

    /// <summary>Connections handed out though a row that they join was never seen: the sum of the three below counts a connection once for each.</summary>
    public long Unmatched => this[SourceCounter.Unmatched];

    /// <summary>Connections whose process was never seen.</summary>
    public long UnmatchedProcesses => this[SourceCounter.UnmatchedProcesses];

    /// <summary>Connections whose host's name was never seen.</summary>
    public long UnmatchedHosts => this[SourceCounter.UnmatchedHosts];

    /// <summary>Connections whose process was seen, but not the name of its user.</summary>
    public long UnmatchedUsers => this[SourceCounter.UnmatchedUsers];

    /// <summary>Connections that wait, at this moment, for what they join.</summary>
    public long Waiting => this[SourceCounter.Waiting];

    /// <summary>Waiting connections handed out before their time because too many waited (<see cref="SourceLimits.MaxWaiting"/>).</summary>
    public long ReleasedEarly => this[SourceCounter.ReleasedEarly];

    /// <summary>Processes forgotten at a limit.</summary>
    public long EvictedProcesses => this[SourceCounter.EvictedProcesses];

    /// <summary>Users forgotten at a limit.</summary>
    public long EvictedUsers => this[SourceCounter.EvictedUsers];

    /// <summary>Hosts forgotten at a limit.</summary>
    public long EvictedHosts => this[SourceCounter.EvictedHosts];

    /// <summary>Connections whose chosen time (<c>ContextTimeStamp</c>, <c>UtcTime</c>) was missing or unusable, so that the default one was taken.</summary>
    public long TimeFallbacks => this[SourceCounter.TimeFallbacks];

    /// <summary>The first malformed records, up to <see cref="SourceLimits.MaxMalformedSamples"/>.</summary>
    public IReadOnlyList<MalformedRecord> MalformedSamples => Copy(_malformedSamples);

    /// <summary>The inputs that could not be read to their end.</summary>
    public IReadOnlyList<SourceFault> Faults => Copy(_faults);

    /// <summary>The inputs and their formats.</summary>
    public IReadOnlyList<SourceInput> Inputs => Copy(_inputs);

    private long this[SourceCounter counter] => Interlocked.Read(ref _counters[(int)counter]);

    internal void Add(SourceCounter counter, long count = 1) => Interlocked.Add(ref _counters[(int)counter], count);

    /// <summary>What has been counted since the last call, for another report to add.</summary>
    internal List<(SourceCounter Counter, long Count)> TakeCounts()
    {
        List<(SourceCounter, long)> counts = [];
        for (var i = 0; i < _counters.Length; i++)
        {
            if (Interlocked.Exchange(ref _counters[i], 0) is not 0 and var count) counts.Add(((SourceCounter)i, count));
        }

        return counts;
    }

    internal void AddMalformed(EventPosition position, string reason, int samples)
    {
        Add(SourceCounter.Malformed);
        var record = new MalformedRecord(position, reason);
        lock (_lock)
        {
            if (_malformedSamples.Count < samples) _malformedSamples.Add(record);
        }

        RecordMalformed?.Invoke(record);
    }

    internal void AddFault(EventPosition position, string message)
    {
        var fault = new SourceFault(position, message);
        lock (_lock) _faults.Add(fault);
        InputFaulted?.Invoke(fault);
    }

    internal void AddInput(SourceInput input)
    {
        lock (_lock) _inputs.Add(input);
    }

    private T[] Copy<T>(List<T> list)
    {
        lock (_lock) return [.. list];
    }
}
