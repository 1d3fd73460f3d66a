namespace DetectionKit;

/// <summary>Dispersion in query expressions.</summary>
public static class PaneDispersion
{
    /// <summary>How widely values lie about their median: read its members, <c>b.Sizes.Score >= o.MinSizeScore</c>.</summary>
    /// <param name="pane">The pane.</param>
    /// <param name="of">The values.</param>
    [Aggregate(typeof(DispersionAggregate))]
    public static Dispersion Dispersion<T>(this Pane<T> pane, Func<T, long> of) => throw Unsupported.OutsideExpression();

    /// <summary>How widely the values that are not null lie about their median: read its members, <c>b.Sizes.Score >= o.MinSizeScore</c>.</summary>
    /// <param name="pane">The pane.</param>
    /// <param name="of">The values.</param>
    [Aggregate(typeof(DispersionAggregate))]
    public static Dispersion Dispersion<T>(this Pane<T> pane, Func<T, long?> of) => throw Unsupported.OutsideExpression();
}
