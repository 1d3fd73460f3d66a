using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>The last part of a key. It has no empty rest: that would take eight bytes a group.</summary>
internal readonly struct KeyLast<TCode>(TCode code) : IGroupKey<KeyLast<TCode>>
{
    public readonly TCode Code = code;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(KeyLast<TCode> other) => EqualityComparer<TCode>.Default.Equals(Code, other.Code);

    public override bool Equals(object? obj) => obj is KeyLast<TCode> other && Equals(other);

    public override int GetHashCode() => (int)KeyHash.Of(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong MixInto(ulong hash) => KeyHash.Mix(hash, Code is null ? 0 : (uint)EqualityComparer<TCode>.Default.GetHashCode(Code));

    public void WriteTo(CanonicalBytes bytes, ReadOnlySpan<KeyColumn> columns) => ((KeyColumn<TCode>)columns[0]).Write(bytes, Code);

    public void AddValuesTo(List<object?> values, ReadOnlySpan<KeyColumn> columns) => values.Add(((KeyColumn<TCode>)columns[0]).Boxed(Code));

    public void Mark(ReadOnlySpan<KeyColumn> columns) => ((KeyColumn<TCode>)columns[0]).Mark(Code);
}
