namespace DetectionKit;

/// <summary>A benign cause that makes a detection fire.</summary>
/// <param name="text">What it is and how to tell.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FalsePositiveAttribute(string text) : Attribute
{
    /// <summary>What it is and how to tell.</summary>
    public string Text { get; } = text;
}
