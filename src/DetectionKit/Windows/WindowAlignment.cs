namespace DetectionKit.Engine;

/// <summary>Where windows that have a fixed place lie: they are aligned to the Unix epoch.</summary>
internal static class WindowAlignment
{
    private static readonly long s_epoch = DateTimeOffset.UnixEpoch.Ticks;

    /// <summary>The latest multiple of <paramref name="step"/> since the epoch, or before it, that is not after a time.</summary>
    internal static long Floor(long time, long step) => time - ((((time - s_epoch) % step) + step) % step);
}
