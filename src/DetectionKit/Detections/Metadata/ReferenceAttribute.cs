namespace DetectionKit;

/// <summary>Where a detection's idea comes from.</summary>
/// <param name="address">The address.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReferenceAttribute(string address) : Attribute
{
    /// <summary>The address.</summary>
    public string Address { get; } = address;
}
