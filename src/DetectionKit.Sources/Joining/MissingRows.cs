namespace DetectionKit.Sources.Joining;

/// <summary>Which of the rows that a connection joins have not been seen.</summary>
[Flags]
internal enum MissingRows
{
    None = 0,
    Process = 1,
    Host = 2,
    User = 4,
}
