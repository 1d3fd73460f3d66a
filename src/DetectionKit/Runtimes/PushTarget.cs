namespace DetectionKit;

/// <summary>Pushes events into a run and keeps the alerts until they are taken.</summary>
internal sealed class PushTarget<TAlert, TOptions>(DetectionRun<TAlert, TOptions> run) : IPushTarget
    where TOptions : class, new()
{
    private IReadOnlyList<Alert<TAlert>> _alerts = [];

    public void Push<T>(T e) => _alerts = run.PushEvent(e);

    public void Complete<T>() => _alerts = run.Complete<T>();

    internal IReadOnlyList<Alert<TAlert>> Take()
    {
        var alerts = _alerts;
        _alerts = [];
        return alerts;
    }
}
