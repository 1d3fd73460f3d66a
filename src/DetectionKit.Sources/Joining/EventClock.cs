using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Joining;

/// <summary>A source's own clock under a tolerance: the greatest event time less the tolerance. A time from the far future does not move it.</summary>
internal sealed class EventClock(TimeSpan tolerance, TimeSpan farFuture)
{
    // How far the clock may be moved is what counts, as in the engine: else a tolerance longer than the limit would stop it for good.
    private readonly ulong _farthest = (ulong)tolerance.Ticks + (ulong)farFuture.Ticks;
    private bool _started;

    /// <summary>The clock's time in ticks of UTC.</summary>
    public long Now { get; private set; } = long.MinValue;

    /// <summary>Moves the clock on; false when the time is from the far future.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Observe(long ticks)
    {
        if (_started && ticks > Now && (ulong)(ticks - Now) > _farthest) return false;
        _started = true;
        Now = Math.Max(Now, Math.Max(ticks - tolerance.Ticks, DateTime.MinValue.Ticks));
        return true;
    }
}
