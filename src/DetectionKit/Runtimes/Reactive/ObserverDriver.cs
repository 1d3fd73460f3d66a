namespace DetectionKit;

/// <summary>Hands alerts to an observer, and a fault of the run as its error.</summary>
internal sealed class ObserverDriver<TAlert>(IObserver<TAlert> observer)
{
    private bool _stopped;

    /// <summary>Takes a step of the run, given what it reads: one delegate serves all events, so that none is made for each.</summary>
    internal void Send<T>(Func<T, IReadOnlyList<TAlert>> step, T read)
    {
        if (_stopped) return;
        IReadOnlyList<TAlert> alerts;
        try
        {
            alerts = step(read);
        }
        catch (Exception e)
        {
            _stopped = true;
            observer.OnError(e);
            return;
        }

        for (var i = 0; i < alerts.Count; i++) observer.OnNext(alerts[i]);
    }

    internal void Finish(Func<IReadOnlyList<TAlert>> step)
    {
        Send(static step => step(), step);
        if (!_stopped) observer.OnCompleted();
    }
}
