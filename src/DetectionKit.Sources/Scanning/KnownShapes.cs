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

    private readonly List<RecordShape> _shapes = [];
    private readonly ShapeBuilder _builder = new(scope);
    private readonly KnownMembers _members = new(scope);
    private RecordShape? _latest;
    private int _misses;

    /// <summary>Reads a record by the shape that it has, or by its members, if these are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
    {
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
