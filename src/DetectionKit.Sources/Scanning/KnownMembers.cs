using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>
/// Reads records whose members stand in any order: objects without blanks, whose names have all been met before, and those of the objects in them. Each name is looked up where it must begin, behind a
/// brace or a comma. As with a shape, if a record has as many quotes as its names and texts have, no text has one of its own, and no token need be read.
/// </summary>
internal sealed class KnownMembers
{
    // A log with more names than that is of many kinds, and what is met next is rarely known.
    private const int MostNames = 256;

    private const int PlaceBits = 10;
    private const int KeyBytes = 8;

    private static readonly FieldScope s_nothing = new();

    private readonly FieldScope _scope;
    private readonly List<KnownMember> _members = [];
    private readonly int[] _places = new int[1 << PlaceBits]; // the number of a member, from 1
    private readonly byte[] _beginnings = new byte[MostNames * Beginnings.Width];

    /// <param name="scope">What is wanted of the objects.</param>
    public KnownMembers(FieldScope scope)
    {
        _scope = scope;
        Unwanted = new();
    }

    private KnownMembers(FieldScope scope, KnownMembers unwanted) => (_scope, Unwanted) = (scope, unwanted);

    private KnownMembers() => (_scope, Unwanted) = (s_nothing, this);

    /// <summary>The names that are known of objects in which nothing is wanted.</summary>
    public KnownMembers Unwanted { get; }

    /// <inheritdoc cref="FieldScope.Mark"/>
    public int Mark => _scope.Mark;

    /// <summary>A member.</summary>
    public ref readonly KnownMember this[int number] => ref CollectionsMarshal.AsSpan(_members)[number];

    /// <summary>Reads the wanted fields of a record, if it is such a one; else what it has set has no meaning.</summary>
    public bool TryRead(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
    {
        if (record.IsEmpty || record[0] != (byte)'{') return false;
        var walk = new MemberWalk(record, index, values);
        return walk.TryPassObject(this) && walk.At == record.Length && walk.Quotes == index.Quotes;
    }

    /// <summary>Takes note of the names in a record that a JSON reader has read without fault.</summary>
    public void Learn(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        reader.Read();
        LearnObject(ref reader);
    }

    /// <summary>The number of the member whose name stands at the beginning of some bytes; negative if none is known.</summary>
    public int Find(ReadOnlySpan<byte> bytes) => bytes.Length < Beginnings.Width ? FindAtEnd(bytes) : Find(bytes, bytes);

    // The reader stands at the object's beginning, and goes to its end.
    private void LearnObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var inner = reader.ValueIsEscaped ? null : Learn([.. reader.ValueSpan, (byte)'"', (byte)':'], ref reader);
            reader.Read();
            LearnValue(ref reader, inner ?? Unwanted);
        }
    }

    private void LearnValue(ref Utf8JsonReader reader, KnownMembers members)
    {
        if (reader.TokenType == JsonTokenType.StartObject) members.LearnObject(ref reader);
        if (reader.TokenType != JsonTokenType.StartArray) return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) LearnValue(ref reader, Unwanted);
    }

    // Gives what is known of an object that is the member's value, and gone into.
    private KnownMembers? Learn(byte[] name, ref Utf8JsonReader reader)
    {
        var known = _members.FindIndex(member => member.Bytes.AsSpan().SequenceEqual(name));
        if (known >= 0) return _members[known].Inner;
        if (_members.Count == MostNames) return null;
        var beginning = _beginnings.AsSpan(_members.Count * Beginnings.Width, Beginnings.Width);
        name.AsSpan(0, Math.Min(name.Length, Beginnings.Width)).CopyTo(beginning);
        var inner = _scope.Open(ref reader) is { } scope ? new KnownMembers(scope, Unwanted) : null;
        _members.Add(new(name, _scope.Find(ref reader), Beginnings.OthersOf(name.Length), inner));
        var place = PlaceOf(beginning);
        while (_places[place] != 0) place = (place + 1) & (_places.Length - 1);
        _places[place] = _members.Count;
        return inner;
    }

    private int FindAtEnd(ReadOnlySpan<byte> bytes)
    {
        Span<byte> padded = stackalloc byte[Beginnings.Width];
        padded.Clear();
        bytes.CopyTo(padded);
        return Find(bytes, padded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> beginning)
    {
        ref var first = ref MemoryMarshal.GetReference(beginning);
        ref var beginnings = ref MemoryMarshal.GetArrayDataReference(_beginnings);
        for (var place = PlaceOf(beginning); _places[place] != 0; place = (place + 1) & (_places.Length - 1))
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
}
