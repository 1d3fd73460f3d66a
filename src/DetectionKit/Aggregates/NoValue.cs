namespace DetectionKit;

/// <summary>The value of an aggregate that counts events and reads nothing of them.</summary>
public readonly record struct NoValue;
