namespace DetectionKit.Sources.Joining;

/// <summary>
/// A row that connections join. Of two rows of one key the greater wins: the later, or of the same time the greater by content, in any order of input.
/// </summary>
/// <typeparam name="TSelf">The row type.</typeparam>
internal interface IJoinRow<TSelf> : IComparable<TSelf>
{
    /// <summary>What keeping the row costs in memory beyond its place in the table, in bytes, as an estimate.</summary>
    int TextBytes { get; }

    /// <summary>Reads the memory that a look-up reads of the row, so that it is in a cache.</summary>
    /// <returns>A number of no meaning: that the read may not be left out.</returns>
    int Fetch();
}
