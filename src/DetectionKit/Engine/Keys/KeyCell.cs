using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>The code of a key part, and the parts after it.</summary>
internal readonly struct KeyCell<TCode, TRest>(TCode code, TRest rest) : IGroupKey<KeyCell<TCode, TRest>>
    where TRest : struct, IGroupKey<TRest>
{
    public readonly TCode Code = code;
    public readonly TRest Rest = rest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(KeyCell<TCode, TRest> other) => EqualityComparer<TCode>.Default.Equals(Code, other.Code) && Rest.Equals(other.Rest);

    public override bool Equals(object? obj) => obj is KeyCell<TCode, TRest> other && Equals(other);

    public override int GetHashCode() => (int)KeyHash.Of(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong MixInto(ulong hash) => Rest.MixInto(KeyHash.Mix(hash, Code is null ? 0 : (uint)EqualityComparer<TCode>.Default.GetHashCode(Code)));

    public void WriteTo(CanonicalBytes bytes, ReadOnlySpan<KeyColumn> columns)
    {
        ((KeyColumn<TCode>)columns[0]).Write(bytes, Code);
        Rest.WriteTo(bytes, columns[1..]);
    }

    public void AddValuesTo(List<object?> values, ReadOnlySpan<KeyColumn> columns)
    {
        values.Add(((KeyColumn<TCode>)columns[0]).Boxed(Code));
        Rest.AddValuesTo(values, columns[1..]);
    }

    public void Mark(ReadOnlySpan<KeyColumn> columns)
    {
        ((KeyColumn<TCode>)columns[0]).Mark(Code);
        Rest.Mark(columns[1..]);
    }
}
