namespace DetectionKit.Engine;

/// <summary>The last early alert of a pane, to tell whether the next one differs.</summary>
internal sealed record EarlyAlert(int Revision, AlertTier? Tier, object? Value, byte[] Content);
