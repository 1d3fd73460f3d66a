namespace DetectionKit.Sources;

/// <summary>An input that could not be read to its end (a truncated gzip file, a failing disk); what was read before counts.</summary>
/// <param name="Position">The input, and the last line that was read whole.</param>
/// <param name="Message">What happened.</param>
public readonly record struct SourceFault(EventPosition Position, string Message)
{
    /// <summary><c>source:line: message</c>.</summary>
    public override string ToString() => $"{Position}: {Message}";
}
