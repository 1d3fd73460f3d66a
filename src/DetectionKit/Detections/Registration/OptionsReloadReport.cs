namespace DetectionKit;

/// <summary>Counts and tells the changes of configuration that were refused. A singleton: take it from the services to log or to alarm on.</summary>
public sealed class OptionsReloadReport
{
    private long _refused;
    private OptionsReload? _last;

    /// <summary>Raised for each refused change, on the thread that made the change known.</summary>
    public event Action<OptionsReload>? Refused;

    /// <summary>How many changes were refused.</summary>
    public long RefusedReloads => Interlocked.Read(ref _refused);

    /// <summary>The last one; null when none was.</summary>
    public OptionsReload? LastRefused => Volatile.Read(ref _last);

    internal void Add(OptionsReload reload)
    {
        Volatile.Write(ref _last, reload);
        Interlocked.Increment(ref _refused);
        Refused?.Invoke(reload);
    }
}
