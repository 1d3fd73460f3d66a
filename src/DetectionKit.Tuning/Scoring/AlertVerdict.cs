namespace DetectionKit.Tuning.Scoring;

/// <summary>What is known of an alert.</summary>
public enum AlertVerdict
{
    /// <summary>Nothing. It counts neither for the detection nor against it.</summary>
    Unknown,

    /// <summary>It is about an adversary.</summary>
    TruePositive,

    /// <summary>It is about something benign.</summary>
    FalsePositive,
}
