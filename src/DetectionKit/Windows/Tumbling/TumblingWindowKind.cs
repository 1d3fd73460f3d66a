namespace DetectionKit;

/// <summary>The tumbling window in query expressions.</summary>
public static class TumblingWindowKind
{
    /// <summary>Windows of one size, side by side: <c>.Window(w => w.Tumbling(o.Window))</c>.</summary>
    public static WindowSpec Tumbling(this WindowKinds kinds, TimeSpan size) => new TumblingWindow(size);
}
