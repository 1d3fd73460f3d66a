using System.Runtime.CompilerServices;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>
/// The shapes that records were found to have. There are few, so that a record that has none of them is soon known; the ones met most are kept. What has no shape may still have members that are known, in another order.
/// </summary>
internal sealed class KnownShapes(FieldScope scope)
{
    private const int MostShapes = 64;

    // Once there are as many shapes as are kept, a log may be of a kind that has none: few of its records are learnt from.
    private const int MissesALesson = 64;

    // Records of many kinds that come by turns are not to try the templates of all.
    private const int MostRecent = 4;

    private readonly List<RecordShape> _shapes = [];

    // Those with a template that were met last, the latest first.
    private readonly RecordShape?[] _recent = new RecordShape?[MostRecent];
    private readonly ShapeBuilder _builder = new(scope);
    private readonly KnownMembers _members = new(scope);
    private RecordShape? _latest;
    private RecordTemplate? _found;
    private bool _hasShape;
    private int _misses;

    /// <summary>Finds the line break that ends a record, if the record is of a known template: <see cref="TryReadFound"/> gives its fields then.</summary>
    /// <returns>Where it stands; negative where the record is of none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindLineBreak<TReader>(ReadOnlySpan<byte> bytes)
        where TReader : struct, IBlockReader
    {
        for (var i = 0; i < _recent.Length && _recent[i] is { } shape; i++)
        {
            var found = shape.Template!.FindLineBreak<TReader>(bytes);
            if (found < 0) continue;
            shape.Uses++;
            _found = shape.Template;
            if (i > 0) Remember(shape);
            return found;
        }

        _found = null;
        return -1;
    }

    /// <summary>Gives the fields of the record that was found to be of a template; false where none was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadFound(FieldValues values)
    {
        if (_found is null) return false;
        _found.Read(values);
        return true;
    }

    /// <summary>Learns what records of the shape of the last one have in common, if it had a shape.</summary>
    public void LearnTemplate(ReadOnlySpan<byte> record, RecordIndex index)
    {
        if (!_hasShape) return;
        _latest!.Learn(record, index);
        if (_latest.Template is not null) Remember(_latest);
    }

    /// <summary>Reads a record by the shape that it has, or by its members, if these are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
    {
        _hasShape = true;
        if (_latest?.TryRead(record, index, values) == true)
        {
            _latest.Uses++;
            return true;
        }

        foreach (var shape in _shapes)
        {
            if (shape.Quotes != index.Quotes || shape == _latest) continue;
            values.Clear();
            if (!shape.TryRead(record, index, values)) continue;
            shape.Uses++;
            _latest = shape;
            return true;
        }

        _hasShape = false;
        values.Clear();
        if (!_members.TryRead(record, index, values)) return false;
        if (++_misses % MissesALesson != 0) return true;

        // Of records in any order none is like another: their shapes go when the next one comes.
        _shapes.RemoveAll(shape => shape.Uses == 0);
        Keep(record, index);
        return true;
    }

    /// <summary>Keeps the shape of a record that could not be read, and the names of its members.</summary>
    public void Learn(ReadOnlySpan<byte> record, RecordIndex index)
    {
        if (_shapes.Count == MostShapes && ++_misses % MissesALesson != 0) return;
        _members.Learn(record);
        Keep(record, index);
    }

    // As the latest.
    private void Remember(RecordShape shape)
    {
        var place = Array.IndexOf(_recent, shape);
        if (place < 0) place = _recent.Length - 1;
        _recent.AsSpan(0, place).CopyTo(_recent.AsSpan(1));
        (_latest, _recent[0]) = (shape, shape);
    }

    private void Keep(ReadOnlySpan<byte> record, RecordIndex index)
    {
        if (_builder.Build(record, index.Quotes) is not { } shape) return;
        if (_shapes.Count == MostShapes) Forget();
        _shapes.Add(shape);
    }

    // The uses are halved, so that a shape of long ago does not stay for good.
    private void Forget()
    {
        _shapes.Remove(_shapes.MinBy(shape => shape.Uses)!);
        foreach (var shape in _shapes) shape.Uses /= 2;
    }
}
