namespace DetectionKit.Sources.Records;

/// <summary>
/// Whole lines that stand in a buffer one after another, and have been passed without being told apart. How many they are is known once they are cut; whoever needs the number before counts them, so that
/// the thread on which they are passed need not. The buffer must not change until one or the other has happened.
/// </summary>
/// <param name="buffer">The buffer.</param>
/// <param name="start">Where the first begins.</param>
/// <param name="length">How long they are, with the line breaks.</param>
/// <param name="lines">The lines before them that have been counted.</param>
/// <param name="before">Those that were passed last before them; null for none.</param>
/// <param name="maxBytes">The longest that a record may be.</param>
internal sealed class UncutLines(byte[] buffer, int start, int length, long lines, UncutLines? before, int maxBytes)
{
    private readonly Lock _gate = new();
    private readonly int _start = start;
    private readonly int _end = start + length;
    private readonly long _lines = lines;

    // Both let go of as soon as the lines are counted.
    private byte[]? _buffer = buffer;
    private UncutLines? _before = before;
    private long _linesPassed;
    private int _next = start;

    /// <summary>The counted lines up to the one that was cut off last. Those that were passed before come on top.</summary>
    public long Line { get; private set; } = lines;

    /// <summary>All lines that were passed, up to the last of these.</summary>
    public long LinesPassed
    {
        get
        {
            lock (_gate)
            {
                if (_buffer is { } uncounted) Know(uncounted.AsSpan(_start.._end).Count((byte)'\n'));
                return _linesPassed;
            }
        }
    }

    /// <summary>Cuts off the next record: blank lines are none.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="finder">What may find where it ends.</param>
    /// <param name="recordBegin">Where it begins.</param>
    /// <param name="recordLength">How long it is.</param>
    /// <param name="isFound">Whether the finder found its end.</param>
    /// <returns>What it is; null when there is no more.</returns>
    public RecordStatus? Cut(ReadOnlySpan<byte> bytes, ILineFinder finder, out int recordBegin, out int recordLength, out bool isFound)
    {
        while (_next < _end)
        {
            var rest = bytes[_next.._end];
            (recordBegin, recordLength) = (_next, finder.FindLineBreak(rest));
            isFound = recordLength >= 0;
            if (!isFound) recordLength = rest.IndexOf((byte)'\n');
            _next += recordLength + 1;
            Line++;
            if (RecordReader.Trim(bytes, maxBytes, ref recordBegin, ref recordLength) is { } status) return status;
        }

        (recordBegin, recordLength, isFound) = (_end, 0, false);
        lock (_gate)
        {
            if (_buffer is not null) Know(Line - _lines);
        }

        return null;
    }

    private void Know(long count)
    {
        _linesPassed = (_before?.LinesPassed ?? 0) + count;
        (_buffer, _before) = (null, null);
    }
}
