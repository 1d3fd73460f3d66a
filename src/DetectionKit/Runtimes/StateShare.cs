namespace DetectionKit;

/// <summary>What one engine adds to the state that a run report tells of. Written by the engine's thread, read by any.</summary>
internal sealed class StateShare
{
    private long _groups, _bytes, _watermark = long.MinValue;

    /// <summary>Groups open now.</summary>
    internal long Groups => Interlocked.Read(ref _groups);

    /// <summary>Bytes of keyed state now, estimated.</summary>
    internal long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The engine's watermark: <c>long.MinValue</c> while it has none, <c>long.MaxValue</c> once it is complete, so that it holds no other back.</summary>
    internal long Watermark => Interlocked.Read(ref _watermark);

    /// <summary>Whether the engine is complete and holds nothing.</summary>
    internal bool IsEmpty => Watermark == long.MaxValue && Groups == 0 && Bytes == 0;

    internal void Set(long groups, long bytes, long watermark)
    {
        Interlocked.Exchange(ref _groups, groups);
        Interlocked.Exchange(ref _bytes, bytes);
        Interlocked.Exchange(ref _watermark, watermark);
    }
}
