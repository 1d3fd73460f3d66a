using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Joining;

/// <summary>
/// Decodes events that lack what other records of the input know. Under <see cref="Disorder.Any"/> such an event waits to the end; under a
/// tolerance until the source's clock has passed it. Then it is handed out with what is known.
/// </summary>
internal abstract class JoiningDecoder<T> : IEventDecoder<T>
{
    private readonly IWaitingRoom _waiting;
    private readonly EventClock? _clock;
    private readonly Func<ConnectionDraft, T> _make;

    /// <param name="context">The run's options and report.</param>
    /// <param name="make">Makes the event of what is known.</param>
    protected JoiningDecoder(DecoderContext context, Func<ConnectionDraft, T> make)
    {
        _make = make;
        Options = context.Options;
        Report = context.Report;
        var limits = Options.Limits;
        if (Options.Disorder.HasTolerance)
        {
            _clock = new EventClock(Options.Disorder.Tolerance, Options.FarFutureLimit);
            _waiting = new WaitingByTime(limits.MaxWaiting);
        }
        else
        {
            _waiting = new WaitingToEnd(limits.MaxWaiting, Options.TemporaryFolder);
        }
    }

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => _waiting.Oldest;

    protected SourceOptions Options { get; }

    protected SourceReport Report { get; }

    /// <inheritdoc/>
    public abstract DateTimeOffset? TimeOf(ReadOnlySpan<byte> record);

    /// <inheritdoc/>
    public abstract void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output);

    /// <summary>Moves the clock to the times of events that another decoder has decoded, until it has passed the oldest event that waits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Observe(ReadOnlySpan<DateTimeOffset> times)
    {
        if (_clock is null) return times.Length;
        var oldest = _waiting.Oldest is { } waiting ? waiting.UtcTicks : long.MaxValue;
        for (var i = 0; i < times.Length; i++)
        {
            _clock.Observe(times[i].UtcTicks);
            if (_clock.Now >= oldest) return i + 1;
        }

        return times.Length;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Release(EventOutput<T> output, bool atEnd)
    {
        while (!output.IsFull)
        {
            if (!_waiting.IsDue(_clock?.Now ?? 0, atEnd)) return false;
            ReleaseOne(output, atEnd);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Report.Add(SourceCounter.Waiting, -_waiting.Count);
        _waiting.Dispose();
    }

    /// <summary>Whether an event lacks something that another record may know.</summary>
    protected abstract bool Joins(in ConnectionDraft draft);

    /// <summary>Finds the rows that have what an event lacks, and says which of them are missing by now.</summary>
    protected abstract MissingRows Find(in ConnectionDraft draft, out JoinedRows rows);

    /// <summary>Gives an event what it lacks and the rows say, for one that becomes an object.</summary>
    protected abstract void Complete(ref ConnectionDraft draft, in JoinedRows rows);

    /// <summary>Moves the clock to the time of a record that is no such event.</summary>
    protected void Observe(long ticks) => _clock?.Observe(ticks);

    /// <summary>Hands an event out, or lets it wait.</summary>
    protected void Accept(ConnectionDraft draft, EventOutput<T> output)
    {
        var isFarFuture = _clock?.Observe(draft.Ticks) == false;
        if (!Joins(draft))
        {
            Emit(draft, default, output);
            return;
        }

        if (_clock is not null)
        {
            var missing = Find(draft, out var rows);

            // The engine sets an event from the far future aside, and one that the clock has passed can't wait.
            if (missing == MissingRows.None || isFarFuture || draft.Ticks < _clock.Now)
            {
                Count(missing);
                Emit(draft, rows, output);
                return;
            }

            output.Hold(draft.Time);
        }

        _waiting.Add(draft);
        Report.Add(SourceCounter.Waiting);
    }

    // By itself: a connection is large, and room for it on the stack would have to be cleared for each record.
    private void ReleaseOne(EventOutput<T> output, bool atEnd)
    {
        var draft = _waiting.Take(_clock?.Now ?? 0, atEnd, out var early);
        Report.Add(SourceCounter.Waiting, -1);
        if (early) Report.Add(SourceCounter.ReleasedEarly);
        Count(Find(draft, out var rows));
        Emit(draft, rows, output);
    }

    private void Count(MissingRows missing)
    {
        if (missing == MissingRows.None) return;
        Report.Add(SourceCounter.Unmatched);
        if (missing.HasFlag(MissingRows.Process)) Report.Add(SourceCounter.UnmatchedProcesses);
        if (missing.HasFlag(MissingRows.Host)) Report.Add(SourceCounter.UnmatchedHosts);
        if (missing.HasFlag(MissingRows.User)) Report.Add(SourceCounter.UnmatchedUsers);
    }

    private void Emit(ConnectionDraft draft, JoinedRows rows, EventOutput<T> output)
    {
        if ((object?)output.Columns is ConnectionColumns columns)
        {
            columns.Add(draft.Ticks, draft.Port, draft.Position, new DraftValues(draft, rows, columns));
            return;
        }

        Complete(ref draft, rows);
        output.Add(_make(draft), draft.Position);
    }
}
