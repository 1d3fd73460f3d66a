namespace DetectionKit.Sources.Columns;

/// <summary>A condition on the values of a coded column.</summary>
internal interface ICodedFilter
{
    /// <summary>Whether the value at an index passes.</summary>
    bool Passes(int index);

    /// <summary>Keeps the places at which the index of a value that passes stands, at the beginning.</summary>
    /// <param name="indices">The indices.</param>
    /// <param name="places">The places that are looked at.</param>
    /// <returns>How many are kept.</returns>
    int Keep(ReadOnlySpan<int> indices, Span<int> places);
}
