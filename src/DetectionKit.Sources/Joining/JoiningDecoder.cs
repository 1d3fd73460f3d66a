using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Joining;

/// <summary>
/// Decodes connections that lack what other records of the input know. Under <see cref="Disorder.Any"/> such a connection waits to the end; under a
/// tolerance until the source's clock has passed it. Then it is handed out with what is known.
/// </summary>
internal abstract class JoiningDecoder : IEventDecoder<NetworkConnection>
{
    private readonly IWaitingRoom _waiting;
    private readonly EventClock? _clock;

    protected JoiningDecoder(DecoderContext context)
    {
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
    public abstract void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<NetworkConnection> output);

    /// <inheritdoc/>
    public bool Release(EventOutput<NetworkConnection> output, bool atEnd)
    {
        while (!output.IsFull)
        {
            if (!_waiting.TryTake(_clock?.Now ?? 0, atEnd, out var draft, out var early)) return false;
            Report.Add(SourceCounter.Waiting, -1);
            if (early) Report.Add(SourceCounter.ReleasedEarly);
            Emit(draft, Resolve(ref draft), output);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Report.Add(SourceCounter.Waiting, -_waiting.Count);
        _waiting.Dispose();
    }

    /// <summary>Whether a connection lacks something that another record may know.</summary>
    protected abstract bool Joins(in ConnectionDraft draft);

    /// <summary>Completes a connection with what is known by now, and says which rows were missing.</summary>
    protected abstract MissingRows Resolve(ref ConnectionDraft draft);

    /// <summary>Moves the clock to the time of a record that is no connection.</summary>
    protected void Observe(long ticks) => _clock?.Observe(ticks);

    /// <summary>Hands a connection out, or lets it wait.</summary>
    protected void Accept(ConnectionDraft draft, EventOutput<NetworkConnection> output)
    {
        var isFarFuture = _clock?.Observe(draft.Ticks) == false;
        if (!Joins(draft))
        {
            Emit(draft, MissingRows.None, output);
            return;
        }

        if (_clock is not null)
        {
            var resolved = draft;
            var missing = Resolve(ref resolved);

            // The engine sets an event from the far future aside, and one that the clock has passed can't wait.
            if (missing == MissingRows.None || isFarFuture || draft.Ticks < _clock.Now)
            {
                Emit(resolved, missing, output);
                return;
            }

            output.Hold(draft.Time);
        }

        _waiting.Add(draft);
        Report.Add(SourceCounter.Waiting);
    }

    private void Emit(in ConnectionDraft draft, MissingRows missing, EventOutput<NetworkConnection> output)
    {
        if (missing != MissingRows.None)
        {
            Report.Add(SourceCounter.Unmatched);
            if (missing.HasFlag(MissingRows.Process)) Report.Add(SourceCounter.UnmatchedProcesses);
            if (missing.HasFlag(MissingRows.Host)) Report.Add(SourceCounter.UnmatchedHosts);
            if (missing.HasFlag(MissingRows.User)) Report.Add(SourceCounter.UnmatchedUsers);
        }

        output.Add(draft.ToConnection(), draft.Position);
    }
}
