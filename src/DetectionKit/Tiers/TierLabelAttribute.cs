namespace DetectionKit;

/// <summary>The printed label of a tier, on the enum member: data, so that output and translations show the same words.</summary>
/// <param name="label">The label.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TierLabelAttribute(string label) : Attribute
{
    /// <summary>The label.</summary>
    public string Label { get; } = label;
}
