using System.Runtime.Intrinsics;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Scanning;

/// <summary>
/// Finds the wanted fields of JSON records. What it gives, and what it refuses, is what <see cref="RecordParser"/> does, which reads every token; it is quicker
/// because the records of a log are of few shapes: see docs/scanner.md.
/// </summary>
internal abstract class RecordScanner : ILineFinder
{
    private ScannedBlock? _block;
    private int _record;

    private protected RecordScanner(FieldScope scope) => Scope = scope;

    /// <summary>What is looked for.</summary>
    public FieldScope Scope { get; }

    /// <summary>A scanner for this machine.</summary>
    public static RecordScanner Of(FieldScope scope) =>
        Vector512.IsHardwareAccelerated ? Of<WideBlockReader>(scope) : Vector256.IsHardwareAccelerated ? Of<HalfBlockReader>(scope) : Of<PortableBlockReader>(scope);

    /// <summary>A scanner that reads blocks in one way.</summary>
    public static RecordScanner Of<TReader>(FieldScope scope)
        where TReader : struct, IBlockReader => new ShapeScanner<TReader>(scope);

    /// <summary>Says that a record has been scanned already: to read it is to look there.</summary>
    /// <param name="block">Where what was found in it stands; null when the next record has not been scanned.</param>
    /// <param name="record">Its number there.</param>
    public void Expect(ScannedBlock? block, int record) => (_block, _record) = (block?[record].IsScanned == true ? block : null, record);

    /// <summary>The number in a block of the record that was said to be read next; negative when that is in no block, or another.</summary>
    public int NumberIn(ScannedBlock? block) => block is not null && block == _block ? _record : -1;

    /// <summary>Reads the values of a record's wanted fields.</summary>
    /// <param name="record">The record's bytes.</param>
    /// <param name="values">Where the values go; what they were is forgotten.</param>
    /// <returns>Null, or what is wrong with the record.</returns>
    public string? Read(ReadOnlySpan<byte> record, FieldValues values) =>
        _block is { } block && block.Record(_record) == record ? block.Read(_record, values) : Scan(record, values);

    /// <summary>Finds the line break that ends a record, and looks at the record by the way: <see cref="ReadFound"/> is to be asked next.</summary>
    public abstract int FindLineBreak(ReadOnlySpan<byte> bytes);

    /// <summary>Reads the values of the wanted fields of the record whose line break was found last.</summary>
    /// <inheritdoc cref="Read"/>
    public abstract string? ReadFound(ReadOnlySpan<byte> record, FieldValues values);

    /// <inheritdoc cref="Read"/>
    protected abstract string? Scan(ReadOnlySpan<byte> record, FieldValues values);
}
