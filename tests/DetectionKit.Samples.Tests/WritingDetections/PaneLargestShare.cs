namespace DetectionKit.Samples.Tests.WritingDetections;

// <snippet word>
public static class PaneLargestShare
{
    [Aggregate(typeof(LargestShareAggregate))]
    public static double LargestShare<T>(this Pane<T> pane, Func<T, long> of) => throw new NotSupportedException("An aggregate is called inside a query only.");
}
// </snippet>
