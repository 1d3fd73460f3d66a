namespace DetectionKit;

/// <summary>When alerts are sent.</summary>
public enum AlertTrigger
{
    /// <summary>When a window closes.</summary>
    AtClose = 0,

    /// <summary>When a tier is first reached and at each change, then once more at close if anything differs.</summary>
    Early = 1,
}
