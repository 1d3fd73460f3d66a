namespace DetectionKit;

/// <summary>Hands alerts to an observer, and a fault of the run as its error.</summary>
internal sealed class ObserverDriver<TAlert>(IObserver<Alert<TAlert>> observer)
{
    private bool _stopped;

    internal void Send(Func<IReadOnlyList<Alert<TAlert>>> step)
    {
        if (_stopped) return;
        IReadOnlyList<Alert<TAlert>> alerts;
        try
        {
            alerts = step();
        }
        catch (Exception e)
        {
            _stopped = true;
            observer.OnError(e);
            return;
        }

        foreach (var alert in alerts) observer.OnNext(alert);
    }

    internal void Finish(Func<IReadOnlyList<Alert<TAlert>>> step)
    {
        Send(step);
        if (!_stopped) observer.OnCompleted();
    }
}
