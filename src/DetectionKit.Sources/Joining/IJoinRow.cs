namespace DetectionKit.Sources.Joining;

/// <summary>
/// A row that connections join. Of two rows of one key the greater wins: the later, or of the same time the greater by content, in any order of input.
/// </summary>
/// <typeparam name="TSelf">The row type: a value, which lies in its table. As objects of their own, half a million rows would have the garbage collector walk and move them, and leave what they replace behind.</typeparam>
internal interface IJoinRow<TSelf>
    where TSelf : struct, IJoinRow<TSelf>
{
    /// <summary>What keeping the row costs in memory beyond its place in the table, in bytes, as an estimate.</summary>
    int TextBytes { get; }

    /// <summary>The order of two rows of one key.</summary>
    static abstract int Compare(in TSelf row, in TSelf other);
}
