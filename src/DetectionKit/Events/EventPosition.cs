namespace DetectionKit;

/// <summary>Where an event stands in its source: what an analyst opens to see the record itself.</summary>
/// <param name="Source">The file's path, <c>-</c> for standard input, or another name of the source.</param>
/// <param name="Line">The line in it, counted from 1.</param>
public readonly record struct EventPosition(string Source, long Line)
{
    /// <summary><c>source:line</c>.</summary>
    public override string ToString() => $"{Source}:{Line}";
}
