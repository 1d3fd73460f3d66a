namespace DetectionKit;

/// <summary>The session window in query expressions.</summary>
public static class SessionWindowKind
{
    /// <summary>A window that a silence ends: <c>.Window(w => w.Session(o.Gap, o.LongestSession))</c>.</summary>
    public static WindowSpec Session(this WindowKinds kinds, TimeSpan gap, TimeSpan maxLength) => new SessionWindow(gap, maxLength);
}
