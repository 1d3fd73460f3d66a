using System.Runtime.CompilerServices;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>Scans a record's bytes into an index, and reads its fields by the shape that the record turns out to have; by a JSON reader where it has none that is known.</summary>
internal sealed class ShapeScanner<TReader>(FieldScope scope) : RecordScanner(scope)
    where TReader : struct, IBlockReader
{
    private readonly RecordIndex _index = new();
    private readonly KnownShapes _shapes = new(scope);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int FindLineBreak(ReadOnlySpan<byte> bytes) => bytes[0] == (byte)'{' ? _index.ReadLine<TReader>(bytes) : -1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override string? ReadFound(ReadOnlySpan<byte> record, FieldValues values) => Scan(record, values, _index.HasSoundEscapes(record));

    /// <inheritdoc/>
    protected override string? Scan(ReadOnlySpan<byte> record, FieldValues values) => Scan(record, values, _index.Read<TReader>(record));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private string? Scan(ReadOnlySpan<byte> record, FieldValues values, bool isSound)
    {
        values.Clear();
        if (isSound && _shapes.TryRead(record, _index, values)) return null;
        values.Clear();
        var fault = RecordParser.Read(record, Scope, values);
        if (isSound && fault is null) _shapes.Learn(record, _index);
        return fault;
    }
}
