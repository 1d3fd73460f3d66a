using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Columns;

/// <summary>The records of a block whose values were said to come next: each has a number among them.</summary>
internal readonly struct ExpectedRecords
{
    /// <summary>The most records that are expected at a time.</summary>
    public const int Most = 16;

    private static readonly int[] s_numbers = [.. Enumerable.Range(0, Most)];

    private readonly ScannedBlock? _block;
    private readonly int _first;
    private readonly int _count;

    public ExpectedRecords(ScannedBlock block, int first, int count) => (_block, _first, _count) = (block, first, count);

    /// <summary>The numbers of the first so many.</summary>
    public static ReadOnlySpan<int> Numbers(int count) => s_numbers.AsSpan(0, count);

    /// <summary>The number of the record that a scanner was told to read next; negative for one that was not expected.</summary>
    public int NumberOf(RecordScanner scanner)
    {
        var number = scanner.NumberIn(_block) - _first;
        return number >= 0 && number < _count ? number : -1;
    }
}
