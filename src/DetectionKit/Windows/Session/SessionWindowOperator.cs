namespace DetectionKit.Engine;

/// <summary>Session windows.</summary>
internal sealed class SessionWindowOperator<TKey, TInput, TState, TFold>(PaneContext<TKey, TInput, TState, TFold> panes, SessionWindow window)
    : OrderedWindowOperator<TKey, TInput, TState, TFold, SessionWindowOperator<TKey, TInput, TState, TFold>.Session>(panes)
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct, IFold<TInput, TState>
{
    private readonly long _gap = window.Gap.Ticks;
    private readonly long _maxLength = window.MaxLength.Ticks;

    // A session that has reached its end has been closed before an event at that time is taken, so every event belongs to the open one.
    protected override void Take(TKey key, Session session, in TInput input, in EvidenceItem evidence)
    {
        if (!session.IsOpen) (session.IsOpen, session.Start) = (true, evidence.Time);
        session.Last = evidence.Time;
        Add(ref session.Pane, input, evidence.Time);
        Evidence.Add(ref session.Pane.Evidence, evidence);
    }

    protected override void Evaluate(TKey key, Session session, long time)
    {
        if (IsEarly) Revise(key, ref session.Pane, session.Start, ExpiryOf(session), session.Start);
    }

    protected override long ExpiryOf(Session session) => Math.Min(EventTime.After(session.Last, _gap), EventTime.After(session.Start, _maxLength));

    protected override long LastEventOf(Session session) => session.Last;

    protected override void End(TKey key, Session session, long at) => Close(key, ref session.Pane, session.Start, ExpiryOf(session), session.Start);

    protected override void Forget(Session session) => Closed(ref session.Pane, GroupSize);

    protected override long OutputWatermark(long frontier) => frontier == long.MaxValue ? frontier : frontier + 1;

    internal sealed class Session
    {
        internal bool IsOpen { get; set; }

        internal long Start { get; set; }

        internal long Last { get; set; }

        internal PaneState<TState> Pane;
    }
}
