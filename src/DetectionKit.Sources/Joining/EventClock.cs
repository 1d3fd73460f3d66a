using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Joining;

/// <summary>A source's own clock under a tolerance: the greatest event time less the tolerance. A time from the far future does not move it.</summary>
internal sealed class EventClock(TimeSpan tolerance, TimeSpan farFuture)
{
    private bool _started;

    /// <summary>The clock's time in ticks of UTC.</summary>
    public long Now { get; private set; } = long.MinValue;

    /// <summary>Moves the clock on; false when the time is from the far future.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Observe(long ticks)
    {
        if (_started && ticks - Now > farFuture.Ticks) return false;
        _started = true;
        Now = Math.Max(Now, Math.Max(ticks - tolerance.Ticks, DateTime.MinValue.Ticks));
        return true;
    }
}
