using System.Collections;
using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>
/// Codes for values, from 1; 0 is null. A value lives on in one copy, whatever the events that carried it: a group holds four bytes, and keeps no event for its strings.
/// Codes that no group uses are given up, so that a stream of ever new values does not fill the memory.
/// </summary>
internal sealed class ValueCodes<T, TCoded>
    where T : class
    where TCoded : struct, ICodedValue<T, TCoded>
{
    // Values made to have one hash would make every lookup a long one: when a new value meets so many others, all are hashed in full from then on.
    private const int SuspectComparisons = 16;

    // With its bucket.
    private const int EntryBytes = 32;
    private readonly PagedTable<TCoded, NoState> _table = new();
    private readonly IdentityCache<T> _seen = new();
    private int[] _rows = [];
    private uint[] _hashes = [];
    private bool _hashesInFull;
    private BitArray? _marks;

    internal int Count { get; private set; }

    /// <summary>The memory of the values and their codes, as an estimate.</summary>
    internal long Bytes { get; private set; }

    internal int CodeOf(T? value)
    {
        if (value is null) return 0;
        var plain = TCoded.Plain(value);
        return CodeOf(plain, HashOf(plain));
    }

    internal T? ValueOf(int code) => code == 0 ? null : _table.KeyAt(code - 1).Value;

    internal void Encode(T?[] values, int count, int[] codes)
    {
        // Stryker disable once Equality : room that is made anew holds nothing that is needed
        if (_rows.Length < count) _rows = new int[values.Length];
        var unknown = Unknown(values, count, codes, out var looked);

        Encode(values, _rows, unknown, codes);

        // Stryker disable once Statement : what is entered changes the time that a code takes, never the code
        if (!looked) return;
        for (var i = 0; i < unknown; i++) _seen.Set(values[_rows[i]], codes[_rows[i]]);
        _seen.Learn(count, unknown, Count);
    }

    /// <summary>Turns some of the values into codes, each in the place of its value.</summary>
    internal void Encode(T?[] values, int[] places, int count, int[] codes)
    {
        // Stryker disable once Equality : room that is made anew holds nothing that is needed
        if (_hashes.Length < count) _hashes = new uint[places.Length];

        // Short passes, one after another: what a pass needs has been asked for by the one before.
        // Stryker disable once Statement : a request for memory changes the time that a code takes, never the code
        TCoded.Prefetch(values, places, count);
        for (var i = 0; i < count; i++)
        {
            _hashes[i] = values[places[i]] is { } value ? HashOf(TCoded.Plain(value)) : 0;
        }

        // Stryker disable once Statement : a request for memory changes the time that a code takes, never the code
        _table.Prefetch(_hashes, count);

        // Stryker disable once all : a request for memory changes the time that a code takes, never the code
        for (var i = 0; i < count; i++)
        {
            if (_table.Candidate(_hashes[i]) is >= 0 and var candidate) TCoded.Prefetch(_table.KeyAt(candidate));
        }

        for (var i = 0; i < count; i++)
        {
            codes[places[i]] = values[places[i]] is { } value ? CodeOf(TCoded.Plain(value), _hashes[i]) : 0;
        }
    }

    internal void BeginMarking() => _marks = new(_table.Count);

    internal void Mark(int code)
    {
        if (code > 0) _marks![code - 1] = true;
    }

    internal bool IsMarked(int code) => _marks![code - 1];

    internal void Sweep()
    {
        for (var i = 0; i < _marks!.Length; i++)
        {
            if (_marks[i] || _table.KeyAt(i).Value is not { } value) continue;
            _table.Release(i);
            Count--;
            Bytes -= EntryBytes + TCoded.BytesOf(value);
        }

        _marks = null;
        _seen.Clear();
    }

    // Fills in the codes of objects seen lately, and lists the other rows.
    private int Unknown(T?[] values, int count, int[] codes, out bool looked)
    {
        var unknown = 0;
        looked = _seen.IsWorthALook(count);
        for (var i = 0; i < count; i++)
        {
            if (looked && _seen.TryGet(values[i], out codes[i])) continue;
            _rows[unknown++] = i;
        }

        return unknown;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint HashOf(T value) => _hashesInFull ? TCoded.FullHashOf(value) : TCoded.HashOf(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int CodeOf(T value, uint hash)
    {
        var index = _table.Find(TCoded.Of(value, hash), hash, out var compared);
        return index >= 0 ? index + 1 : Add(value, hash, compared);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(T value, uint hash, int compared)
    {
        if (compared >= SuspectComparisons && !_hashesInFull) HashInFull();
        if (_hashesInFull)
        {
            // A block's hashes may have been taken before.
            hash = TCoded.FullHashOf(value);
            if (_table.Find(TCoded.Of(value, hash), hash, out _) is >= 0 and var known) return known + 1;
        }

        Count++;
        Bytes += EntryBytes + TCoded.BytesOf(value);
        return _table.Add(TCoded.Of(value, hash), hash) + 1;
    }

    private void HashInFull()
    {
        _hashesInFull = true;
        for (var i = 0; i < _table.Count; i++)
        {
            ref var coded = ref _table.KeyAt(i);
            if (coded.Value is { } value) coded = TCoded.Of(value, TCoded.FullHashOf(value));
        }

        _table.Rehash();
    }
}
