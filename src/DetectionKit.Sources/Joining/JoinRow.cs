namespace DetectionKit.Sources.Joining;

/// <summary>
/// A row that connections join. Of two rows of one key the greater wins: the later, or of the same time the greater by content, in any order of input.
/// </summary>
/// <typeparam name="TSelf">The row type.</typeparam>
internal abstract class JoinRow<TSelf> : IComparable<TSelf>
{
    /// <summary>What keeping the row costs in memory beyond its place in the table, in bytes, as an estimate.</summary>
    public abstract int TextBytes { get; }

    /// <summary>Whether a table has it: it does not once a greater one came, or it had to go.</summary>
    public bool IsKept { get; set; }

    /// <summary>Whether it was read or written since it last was the one to go.</summary>
    public bool IsInUse { get; set; }

    /// <inheritdoc/>
    public abstract int CompareTo(TSelf? other);

    /// <summary>Asks for the memory that a look-up reads of the row.</summary>
    public abstract void Fetch();
}
