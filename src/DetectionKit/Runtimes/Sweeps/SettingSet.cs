using System.Collections;
using System.Numerics;

namespace DetectionKit;

/// <summary>A set of the settings of a sweep, by their numbers.</summary>
public sealed class SettingSet : IReadOnlyCollection<int>, IEquatable<SettingSet>
{
    private readonly ulong[] _bits;

    private SettingSet(ulong[] bits)
    {
        _bits = bits;
        foreach (var word in bits) Count += BitOperations.PopCount(word);
    }

    /// <summary>How many settings are in it.</summary>
    public int Count { get; }

    /// <summary>Whether a setting is in it.</summary>
    /// <param name="setting">Its number, from 0.</param>
    public bool Contains(int setting) => setting >= 0 && setting / 64 < _bits.Length && (_bits[setting / 64] >> (setting % 64) & 1) == 1;

    /// <summary>The settings that are in either set.</summary>
    /// <param name="other">A set of the same sweep.</param>
    public SettingSet Union(SettingSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (longer, shorter) = _bits.Length >= other._bits.Length ? (_bits, other._bits) : (other._bits, _bits);
        var bits = (ulong[])longer.Clone();
        for (var i = 0; i < shorter.Length; i++) bits[i] |= shorter[i];
        return new(bits);
    }

    /// <inheritdoc/>
    public bool Equals(SettingSet? other) => other is not null && _bits.AsSpan().SequenceEqual(other._bits);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SettingSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in _bits) hash.Add(word);
        return hash.ToHashCode();
    }

    /// <summary>The numbers, in rising order.</summary>
    public IEnumerator<int> GetEnumerator()
    {
        for (var word = 0; word < _bits.Length; word++)
        {
            for (var rest = _bits[word]; rest != 0; rest &= rest - 1) yield return (word * 64) + BitOperations.TrailingZeroCount(rest);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes a set.</summary>
    internal sealed class Builder(int settings)
    {
        private readonly ulong[] _bits = new ulong[(settings + 63) / 64];

        internal void Add(int setting) => _bits[setting / 64] |= 1UL << (setting % 64);

        internal SettingSet Build() => new((ulong[])_bits.Clone());
    }
}
