namespace DetectionKit.Tests.Engine;

/// <summary>Aggregates that can't be made.</summary>
internal static class OddAggregates
{
    [Aggregate(typeof(object))]
    internal static int Nothing<T>(this Pane<T> pane) => throw new InvalidOperationException(pane.ToString());

    [Aggregate(typeof(ScaledSum))]
    internal static int Scaled<T>(this Pane<T> pane, Func<T, int> of, int by, string text) => throw new InvalidOperationException($"{pane}{of}{by}{text}");

    [Aggregate(typeof(ScaledSum))]
    internal static int Unscaled<T>(this Pane<T> pane, Func<T, int> of) => throw new InvalidOperationException($"{pane}{of}");
}
