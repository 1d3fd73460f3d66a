using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Records;

/// <summary>
/// Whole lines that stand in a buffer one after another, and have been passed without being told apart: how many they are is known once they are cut, on whatever thread.
/// </summary>
/// <param name="start">Where the first begins.</param>
/// <param name="length">How long they are, with the line breaks.</param>
/// <param name="lines">The lines before them that have been counted.</param>
/// <param name="maxBytes">The longest that a record may be.</param>
internal sealed class UncutLines(int start, int length, long lines, int maxBytes)
{
    private readonly int _end = start + length;
    private int _next = start;

    /// <summary>How many lines have been cut off.</summary>
    public long Count { get; private set; }

    /// <summary>The counted lines up to the one that was cut off last. Those that were passed before without being told apart come on top.</summary>
    public long Line => lines + Count;

    /// <summary>Cuts off the next record: blank lines are none.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="finder">What may find where it ends.</param>
    /// <param name="recordBegin">Where it begins.</param>
    /// <param name="recordLength">How long it is.</param>
    /// <param name="isFound">Whether the finder found its end.</param>
    /// <returns>What it is; null when there is no more.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecordStatus? Cut(ReadOnlySpan<byte> bytes, ILineFinder finder, out int recordBegin, out int recordLength, out bool isFound)
    {
        while (_next < _end)
        {
            var rest = bytes[_next.._end];
            (recordBegin, recordLength) = (_next, finder.FindLineBreak(rest));
            isFound = recordLength >= 0;
            if (!isFound) recordLength = rest.IndexOf((byte)'\n');
            _next += recordLength + 1;
            Count++;
            if (RecordReader.Trim(bytes, maxBytes, ref recordBegin, ref recordLength) is { } status) return status;
        }

        (recordBegin, recordLength, isFound) = (_end, 0, false);
        return null;
    }
}
