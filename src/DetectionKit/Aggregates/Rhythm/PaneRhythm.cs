namespace DetectionKit;

/// <summary>Rhythm in query expressions.</summary>
public static class PaneRhythm
{
    /// <summary>How regular the events are: read its members in conditions, <c>b.Rhythm.TimeScore >= o.MinScore</c>.</summary>
    [Aggregate(typeof(RhythmAggregate))]
    public static Rhythm Rhythm<T>(this Pane<T> pane) => throw Unsupported.OutsideExpression();
}
