namespace DetectionKit.Sources;

/// <summary>A record that gave no event because something in it is wrong.</summary>
/// <param name="Position">The file and line where it stands.</param>
/// <param name="Reason">What is wrong with it, naming the field.</param>
public readonly record struct MalformedRecord(EventPosition Position, string Reason)
{
    /// <summary><c>source:line: reason</c>.</summary>
    public override string ToString() => $"{Position}: {Reason}";
}
