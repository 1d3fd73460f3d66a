namespace DetectionKit.Engine;

/// <summary>A value that passed a filter, or nothing.</summary>
internal readonly struct Filtered<T>(T value)
{
    public readonly bool Passes = true;
    public readonly T Value = value;
}
