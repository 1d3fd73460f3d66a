using System.Buffers.Binary;
using System.Net;

namespace DetectionKit.Engine;

/// <summary>
/// Writes values as canonical bytes: the same on every machine and in every runtime. Each value carries its own end, so that no value's
/// bytes begin another's, and a list of values is as distinct as its parts. Unsigned lexicographic order of the bytes is the order of the values.
/// </summary>
internal sealed partial class CanonicalBytes
{
    private const int MaxDepth = 64;
    private byte[] _buffer;
    private int _length;
    private int _depth;

    internal CanonicalBytes(int capacity = 256) => _buffer = new byte[Math.Max(capacity, 16)];

    /// <summary>What has been written; valid until the next write.</summary>
    internal ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    internal int Length => _length;

    internal void Clear() => (_length, _depth) = (0, 0);

    internal byte[] ToArray() => Written.ToArray();

    internal void Null() => Reserve(1)[0] = CanonicalTag.Null;

    internal void Boolean(bool value) => Tagged(CanonicalTag.Boolean, 1)[0] = value ? (byte)1 : (byte)0;

    /// <summary>An integer of any width: the width leaves no trace.</summary>
    internal void Integer(long value) =>
        BinaryPrimitives.WriteUInt64BigEndian(Tagged(CanonicalTag.Integer, sizeof(ulong)), SignFlipped(value));

    /// <summary>As <see cref="Integer(long)"/>: 5 is the same unsigned or signed.</summary>
    internal void Unsigned(ulong value)
    {
        if (value <= long.MaxValue) Integer((long)value);
        else Large(value);
    }

    internal void Integer(Int128 value)
    {
        if (value < long.MinValue) BinaryPrimitives.WriteInt128BigEndian(Tagged(CanonicalTag.IntegerBelow, 16), value);
        else if (value <= long.MaxValue) Integer((long)value);
        else Large((UInt128)value);
    }

    internal void Unsigned(UInt128 value)
    {
        if (value <= (ulong)long.MaxValue) Integer((long)value);
        else Large(value);
    }

    /// <summary>Zero has no sign, and every NaN is one value, below all others (as <see cref="double.CompareTo(double)"/> has it).</summary>
    internal void Real(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value == 0 ? 0.0 : value);
        // Positive numbers order by their bits, negative ones the other way round.
        var ordered = double.IsNaN(value) ? 0 : (bits >> 63) == 0 ? bits | (1UL << 63) : ~bits;
        BinaryPrimitives.WriteUInt64BigEndian(Tagged(CanonicalTag.Real, sizeof(ulong)), ordered);
    }

    /// <summary>By value: 1.0 is 1.00. As floor and fraction in units of 10^-28, the finest that a decimal has.</summary>
    internal void Decimal(decimal value)
    {
        var floor = decimal.Floor(value);
        var fraction = value - floor;
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(fraction, parts);
        var units = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        for (var scale = fraction.Scale; scale < 28; scale++) units *= 10;
        var target = Tagged(CanonicalTag.Decimal, 32);
        BinaryPrimitives.WriteUInt128BigEndian(target, (UInt128)(Int128)floor ^ (UInt128.One << 127));
        BinaryPrimitives.WriteUInt128BigEndian(target[16..], units);
    }

    /// <summary>A point in time, whatever its offset.</summary>
    internal void Instant(DateTimeOffset value) => Ticks(CanonicalTag.Instant, value.UtcTicks);

    /// <summary>A time without a zone is UTC.</summary>
    internal void Instant(DateTime value) => Ticks(CanonicalTag.Instant, value.Kind == DateTimeKind.Local ? value.ToUniversalTime().Ticks : value.Ticks);

    internal void Date(DateOnly value) => Ticks(CanonicalTag.Date, value.DayNumber);

    internal void Duration(TimeSpan value) => Ticks(CanonicalTag.Duration, value.Ticks);

    internal void Duration(TimeOnly value) => Ticks(CanonicalTag.Duration, value.Ticks);

    internal void Guid(Guid value) => value.TryWriteBytes(Tagged(CanonicalTag.Guid, 16), bigEndian: true, out _);

    /// <summary>An address as 16 bytes, IPv4 in its mapped form. A scope is the business of the machine that saw it, and is left out.</summary>
    internal void Address(IPAddress? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        BinaryPrimitives.WriteUInt128BigEndian(Tagged(CanonicalTag.Address, 16), AddressValue.Of(value));
    }

    /// <summary>Begins a list of <paramref name="count"/> items, which the caller writes next.</summary>
    internal void Sequence(int count) => BinaryPrimitives.WriteInt32BigEndian(Tagged(CanonicalTag.Sequence, sizeof(int)), count);

    /// <summary>Begins a set; the caller writes its items next, in the order of their bytes.</summary>
    internal void Set(int count) => BinaryPrimitives.WriteInt32BigEndian(Tagged(CanonicalTag.Set, sizeof(int)), count);

    /// <summary>Begins a structure, whose members the caller writes next; ended by <see cref="Leave"/>.</summary>
    /// <exception cref="InvalidOperationException">Objects nest too deep, as in a cycle.</exception>
    internal void Enter(Type type)
    {
        EnterItems(type);
        Reserve(1)[0] = CanonicalTag.Structure;
    }

    /// <summary>Begins what holds other values, without a mark of its own; ended by <see cref="Leave"/>.</summary>
    /// <exception cref="InvalidOperationException">Objects nest too deep, as in a cycle.</exception>
    internal void EnterItems(Type type)
    {
        if (++_depth <= MaxDepth) return;
        throw new InvalidOperationException(
            $"The content of {type} nests deeper than {MaxDepth} levels, as in a cycle of objects: give the event or key values that end.");
    }

    internal void Leave() => _depth--;

    /// <summary>Says which type the next value is of, where the declared type leaves it open.</summary>
    internal void TypeOfNext(string name)
    {
        Reserve(1)[0] = CanonicalTag.Typed;
        Text(name);
    }

    /// <summary>A writer for parts that are to be ordered before they are written here; it nests as deep as this one does.</summary>
    internal CanonicalBytes ForParts() => new(64) { _depth = _depth };

    /// <summary>Forgets the bytes, but not the depth.</summary>
    internal void NextPart() => _length = 0;

    /// <summary>Bytes that are canonical already.</summary>
    internal void Raw(ReadOnlySpan<byte> canonical) => canonical.CopyTo(Reserve(canonical.Length));

    private static ulong SignFlipped(long value) => (ulong)value ^ (1UL << 63);

    private void Large(UInt128 value) => BinaryPrimitives.WriteUInt128BigEndian(Tagged(CanonicalTag.IntegerAbove, 16), value);

    private void Ticks(byte tag, long ticks) => BinaryPrimitives.WriteUInt64BigEndian(Tagged(tag, sizeof(ulong)), SignFlipped(ticks));

    private Span<byte> Tagged(byte tag, int size)
    {
        var target = Reserve(size + 1);
        target[0] = tag;
        return target[1..];
    }

    private Span<byte> Reserve(int size)
    {
        EnsureRoom(size);
        var target = _buffer.AsSpan(_length, size);
        _length += size;
        return target;
    }

    private void EnsureRoom(int size)
    {
        if (_buffer.Length - _length >= size) return;
        Array.Resize(ref _buffer, Math.Max(checked(_length + size), (int)Math.Min(2L * _buffer.Length, Array.MaxLength)));
    }
}
