namespace DetectionKit;

/// <summary>The exact sum of values and of their squares.</summary>
public struct Moments
{
    internal ExactSum Values;
    internal ExactSum Squares;
}
