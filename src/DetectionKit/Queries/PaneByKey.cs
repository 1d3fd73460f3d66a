namespace DetectionKit;

/// <summary>The rows of one group and window, as a symbol inside an aggregate's expression.</summary>
public sealed class Pane<TKey, T> : Pane<T>
{
    private Pane()
    {
    }

    /// <summary>The group's key.</summary>
    public TKey Key => throw Unsupported.OutsideExpression();
}
