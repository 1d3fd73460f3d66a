namespace DetectionKit.Engine;

/// <summary>The order of values by their canonical bytes: for ties, and for types without an order of their own.</summary>
internal sealed class ContentOrder<T> : IComparer<T>
{
    [ThreadStatic]
    private static CanonicalBytes? s_left, s_right;

    internal static ContentOrder<T> Instance { get; } = new();

    public int Compare(T? x, T? y)
    {
        var left = s_left ??= new();
        var right = s_right ??= new();
        left.Clear();
        right.Clear();
        ContentWriter<T?>.Write(left, x);
        ContentWriter<T?>.Write(right, y);
        return left.Written.SequenceCompareTo(right.Written);
    }
}
