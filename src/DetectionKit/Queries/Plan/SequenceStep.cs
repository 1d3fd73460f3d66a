namespace DetectionKit.Queries;

/// <summary>What the second step of a sequence is to the first.</summary>
public enum SequenceStep
{
    /// <summary>It must come: a row of both leaves when it does.</summary>
    Required = 0,

    /// <summary>It may come: a row leaves when it does, or without it when its time is over.</summary>
    Optional = 1,

    /// <summary>It must not come: the first row leaves when its time is over.</summary>
    Absent = 2,
}
