using System.Runtime.CompilerServices;
using System.Text;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Mapping;

/// <summary>
/// Finds the members of an event among the scanned fields of a record: what <see cref="Documents.JsonDocumentFields"/> does with a whole document. Where that goes into lists or into texts of JSON, or a property is there twice, it is left to it.
/// </summary>
internal sealed class MappedRecord
{
    private readonly ScopeMarks[] _marks;
    private readonly (int[][] Paths, MappedCondition Condition)[] _conditions;
    private readonly int[][][] _members;
    private readonly int _firstMember;
    private readonly bool[] _areWhole;

    private MappedRecord(MappedPaths paths, (int[][] Paths, MappedCondition Condition)[] conditions, int[][][] members)
    {
        (_marks, _conditions, _members, _firstMember) = ([.. paths.Marks], conditions, members, paths.Count);
        Scope = paths.Scope(Fields);
        _areWhole = new bool[paths.Count];
        foreach (var marks in _marks) _areWhole[marks.Whole] = true;
    }

    /// <summary>What is looked for in a record.</summary>
    public FieldScope Scope { get; }

    /// <summary>How many fields there are, with those of the members, and one that is never there.</summary>
    public int Fields => Missing + 1;

    /// <summary>The field that is never there.</summary>
    public int Missing => _firstMember + _members.Length;

    /// <summary>The record that a mapping is about.</summary>
    /// <param name="conditions">What it must have.</param>
    /// <param name="members">The members of the event.</param>
    /// <returns>Null where fields do not tell whether it has that.</returns>
    public static MappedRecord? Of(IReadOnlyList<MappedCondition> conditions, IReadOnlyList<MappedMember> members)
    {
        if (conditions.Any(condition => !condition.CanJudge)) return null;
        var paths = new MappedPaths();
        (int[][], MappedCondition)[] required = [.. conditions.Select(condition => ((int[][])[paths.Add(condition.Path)], condition))];
        int[][][] places = [.. members.Select(member => member.Paths.Select(paths.Add).ToArray())];
        return new(paths, required, places);
    }

    /// <summary>The field that a member has where a record is an event.</summary>
    public int FieldOf(int member) => _firstMember + member;

    /// <summary>Tells what a record is; the members of an event get their fields.</summary>
    /// <param name="record">The record.</param>
    /// <param name="values">What was found in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public MappedKind Judge(ReadOnlySpan<byte> record, FieldValues values)
    {
        foreach (var (whole, mark) in _marks)
        {
            if (!IsClear(record, values, whole, mark)) return MappedKind.Unknown;
        }

        foreach (var (paths, condition) in _conditions)
        {
            if (Judge(record, values, paths, condition) is var kind and not MappedKind.Event) return kind;
        }

        for (var i = 0; i < _members.Length; i++)
        {
            if (!TryFind(record, values, _members[i], out var field)) return MappedKind.Unknown;
            if (field != FieldNames.None) values.Copy(field, FieldOf(i));
        }

        return MappedKind.Event;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private MappedKind Judge(ReadOnlySpan<byte> record, FieldValues values, int[][] paths, MappedCondition condition)
    {
        if (!TryFind(record, values, paths, out var field)) return MappedKind.Unknown;
        if (field == FieldNames.None) return condition.Missing;
        return values.TryGetWritten(record, field, out var text, out var isEscaped) && !isEscaped && Ascii.IsValid(text) ? condition.Judge(text) : MappedKind.Unknown;
    }

    // An object that is there once or not at all; or something in its place in which nothing can be.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsClear(ReadOnlySpan<byte> record, FieldValues values, int whole, int mark)
    {
        if (values.KindOf(mark) == FieldKind.Composite) return false;
        return values.KindOf(whole) switch
        {
            FieldKind.Absent => true,
            FieldKind.Composite or FieldKind.EscapedText => false,
            FieldKind.Text => values.KindOf(mark) == FieldKind.Absent && values.TryGetWritten(record, whole, out var text, out _) && !text.StartsWith("{"u8) && Ascii.IsValid(text),
            _ => values.KindOf(mark) == FieldKind.Absent,
        };
    }

    // The first of several paths that has a text, which at most one place of it has; none is no text. False where that can't be told.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryFind(ReadOnlySpan<byte> record, FieldValues values, int[][] paths, out int found)
    {
        found = FieldNames.None;
        foreach (var places in paths)
        {
            foreach (var field in places)
            {
                var kind = values.KindOf(field);
                if (kind == FieldKind.Absent)
                {
                    // It may be an object that is gone into for another path.
                    if (_areWhole[field]) return false;
                    continue;
                }

                if (kind == FieldKind.Null) break;
                if (!values.TryGetWritten(record, field, out var text, out _)) return false;
                if (kind == FieldKind.Text && (text.IsEmpty || text.SequenceEqual("-"u8))) break;
                found = field;
                return true;
            }
        }

        return true;
    }
}
