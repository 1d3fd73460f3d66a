namespace DetectionKit;

/// <summary>The <c>g</c> of <c>group … by … into g</c>. It lives inside query expressions only.</summary>
public sealed class Group<TKey, T>
{
    private Group()
    {
    }

    /// <summary>The key.</summary>
    public TKey Key => throw Unsupported.OutsideExpression();

    /// <summary>Cuts the group into windows of event time.</summary>
    public Windowed<TKey, T> Window(Func<WindowKinds, WindowSpec> kind) => throw Unsupported.OutsideExpression();
}
