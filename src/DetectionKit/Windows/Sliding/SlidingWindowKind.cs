namespace DetectionKit;

/// <summary>The sliding window in query expressions.</summary>
public static class SlidingWindowKind
{
    /// <summary>A window (t - size, t] at every event: <c>.Window(w => w.Sliding(o.Window))</c>.</summary>
    public static WindowSpec Sliding(this WindowKinds kinds, TimeSpan size) => new SlidingWindow(size);
}
