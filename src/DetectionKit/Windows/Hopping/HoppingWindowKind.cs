namespace DetectionKit;

/// <summary>The hopping window in query expressions.</summary>
public static class HoppingWindowKind
{
    /// <summary>Windows of one size that start every hop: <c>.Window(w => w.Hopping(o.Window, o.Hop))</c>.</summary>
    public static WindowSpec Hopping(this WindowKinds kinds, TimeSpan size, TimeSpan hop) => new HoppingWindow(size, hop);
}
