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
    public override int FindLineBreak(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] != (byte)'{') return -1;
        var found = _shapes.FindLineBreak<TReader>(bytes);
        return found >= 0 ? found : _index.ReadLine<TReader>(bytes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override string? ReadFound(ReadOnlySpan<byte> record, FieldValues values)
    {
        values.Clear();
        if (_shapes.TryReadFound(values)) return null;
        var isSound = _index.HasSoundEscapes(record);
        if (!isSound || !_shapes.TryRead(record, _index, values)) return Parse(record, values, isSound);
        _shapes.LearnTemplate(record, _index);
        return null;
    }

    /// <inheritdoc/>
    protected override string? Scan(ReadOnlySpan<byte> record, FieldValues values)
    {
        values.Clear();
        var isSound = _index.Read<TReader>(record);
        return isSound && _shapes.TryRead(record, _index, values) ? null : Parse(record, values, isSound);
    }

    private string? Parse(ReadOnlySpan<byte> record, FieldValues values, bool isSound)
    {
        values.Clear();
        var fault = RecordParser.Read(record, Scope, values);
        if (isSound && fault is null) _shapes.Learn(record, _index);
        return fault;
    }
}
