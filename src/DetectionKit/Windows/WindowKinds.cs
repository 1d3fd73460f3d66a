namespace DetectionKit;

/// <summary>What the kinds of windows hang on, inside a query expression: <c>.Window(w => w.Tumbling(o.Window))</c>. There is no instance.</summary>
public sealed class WindowKinds
{
    private WindowKinds()
    {
    }
}
