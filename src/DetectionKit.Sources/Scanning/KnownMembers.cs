using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>
/// Reads records whose members stand in any order: objects without objects or arrays in them, and without blanks, whose names have all been met before. Each name is looked up where it must begin, behind a
/// brace or a comma. As with a shape, if a record has as many quotes as its names and texts have, no text has one of its own, and no token need be read.
/// </summary>
internal sealed class KnownMembers(FieldScope scope)
{
    // A log with more names than that is of many kinds, and what is met next is rarely known.
    private const int MostNames = 256;

    private const int PlaceBits = 10;
    private const int KeyBytes = 8;

    private readonly List<Member> _members = [];
    private readonly int[] _places = new int[1 << PlaceBits]; // the number of a member, from 1
    private readonly byte[] _beginnings = new byte[MostNames * Beginnings.Width];

    /// <summary>Reads the wanted fields of a record, if it is such a one; else what it has set has no meaning.</summary>
    public bool TryRead(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
    {
        var members = CollectionsMarshal.AsSpan(_members);
        var textEnds = index.TextEnds;
        Span<byte> last = stackalloc byte[Beginnings.Width];
        int at = 0, quotes = 0, texts = 0;
        if (record.IsEmpty || record[0] != (byte)'{') return false;
        do
        {
            var name = at + 2;
            if (name >= record.Length || record[at + 1] != (byte)'"' || Find(record[name..], last) is not (>= 0 and var number)) return false;
            ref readonly var member = ref members[number];
            var start = name + member.Bytes.Length;
            quotes += 2;
            var kind = FieldKind.Text;
            if (start < record.Length && record[start] == (byte)'"')
            {
                if (++texts == textEnds.Length) return false;
                start++;
                quotes += 2;
                at = textEnds[texts] - 1;
                if (at < start) return false;
                if (member.Field != FieldNames.None && index.HasEscape(start, at)) kind = FieldKind.EscapedText;
            }
            else
            {
                kind = PlainValue.Read(record, start, out at);
                if (kind == FieldKind.Absent) return false;
            }

            if (member.Field != FieldNames.None)
            {
                // One that is there twice is for the scope to judge.
                if (values.KindOf(member.Field) != FieldKind.Absent) return false;
                values.Set(member.Field, kind, start, kind == FieldKind.Null ? 0 : at - start);
            }

            if (kind is FieldKind.Text or FieldKind.EscapedText) at++;
        }
        while (record[at] == (byte)',');

        return record[at] == (byte)'}' && at + 1 == record.Length && quotes == index.Quotes;
    }

    /// <summary>Takes note of the names in a record that a JSON reader has read without fault.</summary>
    public void Learn(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueIsEscaped && _members.Count < MostNames) Learn([.. reader.ValueSpan, (byte)'"', (byte)':'], scope.Find(ref reader));
            reader.Read();
            reader.Skip();
        }
    }

    private void Learn(byte[] name, int field)
    {
        if (_members.Exists(member => member.Bytes.AsSpan().SequenceEqual(name))) return;
        var beginning = _beginnings.AsSpan(_members.Count * Beginnings.Width, Beginnings.Width);
        name.AsSpan(0, Math.Min(name.Length, Beginnings.Width)).CopyTo(beginning);
        _members.Add(new(name, field, Beginnings.OthersOf(name.Length)));
        var place = PlaceOf(beginning);
        while (_places[place] != 0) place = (place + 1) & (_places.Length - 1);
        _places[place] = _members.Count;
    }

    // The number of the member whose name stands at the beginning of some bytes; negative if none is known.
    private int Find(ReadOnlySpan<byte> bytes, Span<byte> last)
    {
        var text = bytes;
        if (text.Length < Beginnings.Width)
        {
            last.Clear();
            text.CopyTo(last);
            text = last;
        }

        ref var first = ref MemoryMarshal.GetReference(text);
        ref var beginnings = ref MemoryMarshal.GetArrayDataReference(_beginnings);
        for (var place = PlaceOf(text); _places[place] != 0; place = (place + 1) & (_places.Length - 1))
        {
            var number = _places[place] - 1;
            if (!Beginnings.StandsAt(ref first, ref beginnings, number, _members[number].Others)) continue;
            if (_members[number].Bytes.Length <= Beginnings.Width || bytes.StartsWith(_members[number].Bytes)) return number;
        }

        return -1;
    }

    // By the first bytes of a name, up to the quote behind it.
    private static int PlaceOf(ReadOnlySpan<byte> name)
    {
        const ulong Ones = 0x0101_0101_0101_0101, Multiplier = 0x9E37_79B9_7F4A_7C15;
        var key = BinaryPrimitives.ReadUInt64LittleEndian(name[..KeyBytes]);
        var quotes = key ^ (Ones * '"');
        var found = (quotes - Ones) & ~quotes & (Ones << 7);
        if (found != 0) key &= (1UL << BitOperations.TrailingZeroCount(found) >> 7) - 1;
        return (int)((key * Multiplier) >> (64 - PlaceBits));
    }

    /// <summary>A member whose name is known.</summary>
    /// <param name="Bytes">Its name, with the quote and the colon behind it.</param>
    /// <param name="Field">The number of the field; <see cref="FieldNames.None"/> when nobody wants it.</param>
    /// <param name="Others">Those of the bytes that are compared at once which are not of the name.</param>
    private readonly record struct Member(byte[] Bytes, int Field, uint Others);
}
