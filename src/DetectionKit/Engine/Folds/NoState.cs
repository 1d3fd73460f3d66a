namespace DetectionKit.Engine;

/// <summary>The state of no aggregates.</summary>
internal struct NoState;
