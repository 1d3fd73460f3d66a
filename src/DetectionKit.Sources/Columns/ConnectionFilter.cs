namespace DetectionKit.Sources.Columns;

/// <summary>A condition on one column of connections.</summary>
internal readonly struct ConnectionFilter(ConnectionColumn column, ICodedFilter filter)
{
    public ConnectionColumn Column => column;

    public bool Passes(int index) => filter.Passes(index);

    /// <inheritdoc cref="ICodedFilter.Keep"/>
    public int Keep(ReadOnlySpan<int> indices, Span<int> places) => filter.Keep(indices, places);
}
