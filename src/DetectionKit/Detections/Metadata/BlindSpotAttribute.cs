namespace DetectionKit;

/// <summary>What a detection can't see.</summary>
/// <param name="text">What escapes it, and what would catch it.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BlindSpotAttribute(string text) : Attribute
{
    /// <summary>What escapes it, and what would catch it.</summary>
    public string Text { get; } = text;
}
