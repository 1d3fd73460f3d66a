using System.Runtime.CompilerServices;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>A way through a record by names that are known, from its first brace to its last.</summary>
/// <param name="record">The record.</param>
/// <param name="index">Its index.</param>
/// <param name="values">Where the wanted values go.</param>
internal ref struct MemberWalk(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
{
    // A JSON reader goes no deeper than 64.
    private const int MostDepth = 60;

    private readonly ReadOnlySpan<byte> _record = record;
    private readonly ReadOnlySpan<int> _textEnds = index.TextEnds;
    private int _texts;

    /// <summary>Where it has come to.</summary>
    public int At { get; private set; }

    /// <summary>The quotes around the names and texts that it has passed.</summary>
    public int Quotes { get; private set; }

    /// <summary>Passes the object that begins where it has come to.</summary>
    /// <param name="known">The names that are known of such an object.</param>
    /// <param name="depth">How many objects and arrays it is in.</param>
    /// <returns>False for one that must be read otherwise.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryPassObject(KnownMembers known, int depth = 0)
    {
        if (depth == MostDepth) return false;
        if (Next(1) == (byte)'}')
        {
            At += 2;
            return true;
        }

        do
        {
            var name = At + 2;
            if (name >= _record.Length || _record[At + 1] != (byte)'"' || known.Find(_record[name..]) is not (>= 0 and var number)) return false;
            ref readonly var member = ref known[number];
            var start = At = name + member.Bytes.Length;
            Quotes += 2;
            if (member.Inner is { } inner && Next(0) == (byte)'{')
            {
                if (inner.Mark != FieldNames.None)
                {
                    if (values.KindOf(inner.Mark) != FieldKind.Absent) return false;
                    values.Set(inner.Mark, FieldKind.Null, 0, 0);
                }

                if (!TryPassObject(inner, depth + 1)) return false;
                continue;
            }

            if (!TryPassValue(known, depth, member.Field != FieldNames.None, out var kind, out var length)) return false;
            if (member.Field == FieldNames.None) continue;

            // One that is there twice is for the scope to judge.
            if (values.KindOf(member.Field) != FieldKind.Absent) return false;
            values.Set(member.Field, kind, kind is FieldKind.Text or FieldKind.EscapedText ? start + 1 : start, length);
        }
        while (Next(0) == (byte)',');

        return Next(0) == (byte)'}' && ++At > 0;
    }

    private bool TryPassArray(KnownMembers known, int depth)
    {
        if (depth == MostDepth) return false;
        if (Next(1) == (byte)']')
        {
            At += 2;
            return true;
        }

        do
        {
            At++;
            if (!TryPassValue(known, depth, isWanted: false, out _, out _)) return false;
        }
        while (Next(0) == (byte)',');

        return Next(0) == (byte)']' && ++At > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryPassValue(KnownMembers known, int depth, bool isWanted, out FieldKind kind, out int length)
    {
        (kind, length) = (FieldKind.Composite, 0);
        var start = At;
        switch (Next(0))
        {
            case (byte)'"':
                if (++_texts == _textEnds.Length) return false;
                start++;
                Quotes += 2;
                At = _textEnds[_texts];
                length = At - 1 - start;
                if (length < 0) return false;
                kind = isWanted && index.HasEscape(start, start + length) ? FieldKind.EscapedText : FieldKind.Text;
                return true;
            case (byte)'{' or (byte)'[':
                var isPassed = Next(0) == (byte)'{' ? TryPassObject(known.Unwanted, depth + 1) : TryPassArray(known, depth + 1);
                length = At - start;
                return isPassed;
            default:
                kind = PlainValue.Read(_record, start, out var end);
                At = end;
                length = end - start;
                return kind != FieldKind.Absent;
        }
    }

    // The byte so many behind where it has come to; 0, which stands nowhere, behind the record.
    private readonly byte Next(int distance) => At + distance < _record.Length ? _record[At + distance] : (byte)0;
}
