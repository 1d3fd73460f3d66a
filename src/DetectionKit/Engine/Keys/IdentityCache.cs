using System.Numerics;
using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>
/// The codes of objects seen lately, found by the object and not by its content. Where events share their strings (a decoder that pools them, a list of constants) a code
/// costs one look into this table, and the text is not read. An object's place is taken from its address, which is a hint only: when the garbage collector
/// has moved the object, it is not found, and is entered again.
/// </summary>
internal sealed class IdentityCache<T>
    where T : class
{
    private const int FirstBits = 10;
    private const int MaxBits = 14;

    // Where events have strings of their own, nothing is ever found: the cache is then left alone for a while.
    private const int BlocksLeftAlone = 255;
    private Slot[] _slots = [];
    private int _shift = 64;
    private int _leaveAlone;

    // Stryker disable once all : whether the cache is asked changes the time that a code takes, never the code
    /// <summary>Whether to look at all, now that a block of so many values comes.</summary>
    internal bool IsWorthALook(int values)
    {
        if (_leaveAlone > 0)
        {
            _leaveAlone--;
            return false;
        }

        // Blocks of a few events, as a rule's tests have, need no more places than they have values.
        if (64 - _shift < FirstBits && values > _slots.Length / 2) Resize(Math.Min(FirstBits, BitOperations.Log2((uint)values) + 2));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGet(T? value, out int code)
    {
        ref var slot = ref SlotOf(value);
        code = slot.Code;
        return ReferenceEquals(slot.Value, value);
    }

    internal void Set(T? value, int code) => SlotOf(value) = new(value, code);

    // Stryker disable once all : how large the cache is changes the time that a code takes, never the code
    /// <summary>Says how a block went.</summary>
    internal void Learn(int looked, int missed, int values)
    {
        if (missed * 4 > looked * 3 && looked > 64) _leaveAlone = BlocksLeftAlone;
        else if (missed * 16 > looked && 64 - _shift < MaxBits && values * 2 > _slots.Length) Resize(64 - _shift + 1);
    }

    internal void Clear() => Array.Clear(_slots);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Slot SlotOf(T? value) => ref _slots[((ulong)Unsafe.As<T?, nint>(ref value) * 0x9E37_79B9_7F4A_7C15) >> _shift];

    private void Resize(int bits) => (_slots, _shift) = (new Slot[1 << bits], 64 - bits);

    private readonly struct Slot(T? value, int code)
    {
        internal readonly T? Value = value;
        internal readonly int Code = code;
    }
}
