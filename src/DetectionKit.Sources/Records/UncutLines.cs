namespace DetectionKit.Sources.Records;

/// <summary>Whole lines that stand in a buffer one after another, and have not been told apart yet.</summary>
/// <param name="start">Where the first begins.</param>
/// <param name="length">How long they are, with the line breaks.</param>
/// <param name="lines">The lines before them.</param>
/// <param name="maxBytes">The longest that a record may be.</param>
internal struct UncutLines(int start, int length, long lines, int maxBytes)
{
    private readonly int _end = start + length;
    private int _next = start;

    /// <summary>The lines up to the one that was cut off last.</summary>
    public long Line { get; private set; } = lines;

    /// <summary>Cuts off the next record: blank lines are none.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="begin">Where it begins.</param>
    /// <param name="length">How long it is.</param>
    /// <returns>What it is; null when there is no more.</returns>
    public RecordStatus? Cut(ReadOnlySpan<byte> buffer, out int begin, out int length)
    {
        while (_next < _end)
        {
            (begin, length) = (_next, buffer[_next.._end].IndexOf((byte)'\n'));
            _next += length + 1;
            Line++;
            if (RecordReader.Trim(buffer, maxBytes, ref begin, ref length) is { } status) return status;
        }

        (begin, length) = (_end, 0);
        return null;
    }
}
