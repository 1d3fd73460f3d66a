namespace DetectionKit.Sources.Members;

/// <summary>Judges a condition on the rows of a column: keeps those that meet it, at the beginning.</summary>
/// <param name="row">The row of the first record.</param>
/// <param name="which">The records, by their distance from it.</param>
/// <returns>How many are kept.</returns>
internal delegate int MemberFilter(int row, Span<int> which);
