namespace DetectionKit;

/// <summary>
/// What a run counted and set aside. Pass one in to watch a run while it goes on; counters may be read from any thread.
/// </summary>
public sealed class RunReport
{
    private const int KeptSamples = 100;
    private readonly Lock _samples = new();
    private readonly Lock _sharing = new();
    private readonly Lock _raising = new();
    private readonly List<LateEvent> _late = [];
    private readonly List<FaultyEvent> _faulty = [];
    private StateShare[] _shares = [];
    private string? _lastRefusedOptions;
    private long _events, _alerts, _lateEvents, _farFutureEvents, _faultyEvents, _shedGroups, _refusedEvents, _refusedValues, _suppressed, _stateResets, _refusedOptions;

    /// <summary>Raised for every late event, on the thread of the run that met it. A run on several threads raises one event at a time, in no set order between its threads.</summary>
    public event Action<LateEvent>? Late;

    /// <summary>Raised for every faulty event, on the thread of the run that met it. A run on several threads raises one event at a time, in no set order between its threads.</summary>
    public event Action<FaultyEvent>? Faulty;

    /// <summary>Events read.</summary>
    public long Events => Interlocked.Read(ref _events);

    /// <summary>Alerts sent, revisions included.</summary>
    public long Alerts => Interlocked.Read(ref _alerts);

    /// <summary>Events that came after all their windows had closed.</summary>
    public long LateEvents => Interlocked.Read(ref _lateEvents);

    /// <summary>Events set aside for lying too far ahead of the watermark.</summary>
    public long FarFutureEvents => Interlocked.Read(ref _farFutureEvents);

    /// <summary>Events and panes for which an expression of the query threw.</summary>
    public long FaultyEvents => Interlocked.Read(ref _faultyEvents);

    /// <summary>Groups dropped at a limit of keyed state.</summary>
    public long ShedGroups => Interlocked.Read(ref _shedGroups);

    /// <summary>Events refused at a limit of keyed state.</summary>
    public long RefusedEvents => Interlocked.Read(ref _refusedEvents);

    /// <summary>Distinct values refused at their limit.</summary>
    public long RefusedDistinctValues => Interlocked.Read(ref _refusedValues);

    /// <summary>Rows dropped by Distinct and Suppress.</summary>
    public long SuppressedRows => Interlocked.Read(ref _suppressed);

    /// <summary>Stages whose state was started anew because an option of their key or window changed.</summary>
    public long StateResets => Interlocked.Read(ref _stateResets);

    /// <summary>Changes of options that were refused because the options are not valid: the run went on under the old ones.</summary>
    public long RefusedOptions => Interlocked.Read(ref _refusedOptions);

    /// <summary>What was wrong with the options refused last; null when none were.</summary>
    public string? LastRefusedOptions => Volatile.Read(ref _lastRefusedOptions);

    /// <summary>Groups open now.</summary>
    public long OpenGroups => Volatile.Read(ref _shares).Sum(share => share.Groups);

    /// <summary>Bytes of keyed state now, estimated.</summary>
    public long StateBytes => Volatile.Read(ref _shares).Sum(share => share.Bytes);

    /// <summary>
    /// The watermark, or null before the first event and under <see cref="Disorder.Any"/>. Where several engines share the work, it is the least of those that have one and
    /// are not complete.
    /// </summary>
    public DateTimeOffset? Watermark
    {
        get
        {
            var least = long.MaxValue;
            foreach (var share in Volatile.Read(ref _shares))
            {
                if (share.Watermark is var watermark && watermark != long.MinValue) least = Math.Min(least, watermark);
            }

            return least > DateTimeOffset.MinValue.Ticks && least <= DateTimeOffset.MaxValue.Ticks ? new(least, TimeSpan.Zero) : null;
        }
    }

    /// <summary>The first late events, at most 100.</summary>
    public IReadOnlyList<LateEvent> LateSample
    {
        get
        {
            lock (_samples) return [.. _late];
        }
    }

    /// <summary>The first faulty events, at most 100.</summary>
    public IReadOnlyList<FaultyEvent> FaultySample
    {
        get
        {
            lock (_samples) return [.. _faulty];
        }
    }

    internal void AddEvents(long count) => Interlocked.Add(ref _events, count);

    internal void AddAlerts(long count) => Interlocked.Add(ref _alerts, count);

    internal void AddFarFuture() => Interlocked.Increment(ref _farFutureEvents);

    internal void AddShedGroups(long count) => Interlocked.Add(ref _shedGroups, count);

    internal void AddRefusedEvent() => Interlocked.Increment(ref _refusedEvents);

    internal void AddSuppressed() => Interlocked.Increment(ref _suppressed);

    internal void AddStateReset() => Interlocked.Increment(ref _stateResets);

    internal void AddRefusedOptions(string why)
    {
        Volatile.Write(ref _lastRefusedOptions, why);
        Interlocked.Increment(ref _refusedOptions);
    }

    internal void AddRefusedValues(long count) => Interlocked.Add(ref _refusedValues, count);

    /// <summary>A place for the state of one more engine. Those of engines that are complete are given up.</summary>
    internal StateShare NewStateShare()
    {
        var share = new StateShare();
        lock (_sharing) Volatile.Write(ref _shares, [.. _shares.Where(known => !known.IsEmpty), share]);
        return share;
    }

    internal void AddLate(LateEvent late)
    {
        Interlocked.Increment(ref _lateEvents);
        lock (_samples)
        {
            if (_late.Count < KeptSamples) _late.Add(late);
        }

        Raise(Late, late);
    }

    internal void AddFault(FaultyEvent fault)
    {
        Interlocked.Increment(ref _faultyEvents);
        lock (_samples)
        {
            if (_faulty.Count < KeptSamples) _faulty.Add(fault);
        }

        Raise(Faulty, fault);
    }

    private void Raise<T>(Action<T>? handlers, T value)
    {
        if (handlers is null) return;
        try
        {
            // Handlers are mostly not written for several threads.
            lock (_raising) handlers(value);
        }
        catch (Exception e)
        {
            throw new ReportHandlerException("A handler of the run report threw.", e);
        }
    }
}
