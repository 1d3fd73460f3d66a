namespace DetectionKit;

/// <summary>How far an alert's window has come.</summary>
public enum AlertStatus
{
    /// <summary>The window has closed: this is the last word.</summary>
    Final = 0,

    /// <summary>Sent before the window closed; a revision may follow.</summary>
    Early = 1,

    /// <summary>Sent early, and at close the condition no longer holds. The value is the last one sent.</summary>
    Withdrawn = 2,
}
