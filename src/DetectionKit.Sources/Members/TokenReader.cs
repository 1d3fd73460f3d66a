using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Members;

/// <summary>Decodes the values of a member as they stand in a record, a text with its quotes. Threads may ask it side by side.</summary>
internal abstract class TokenReader<V>
{
    /// <summary>Reads a value; false when the bytes are none of the member's, or only whoever makes whole events can tell.</summary>
    public abstract bool TryRead(ReadOnlySpan<byte> token, ref V value);

    /// <summary>Whether the values are such, or such or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static bool Is<N>()
        where N : struct => typeof(V) == typeof(N) || typeof(V) == typeof(N?);

    /// <summary>Sets a value that is such, or such or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static bool Set<N>(ref V value, N read)
        where N : struct
    {
        if (typeof(V) == typeof(N)) Unsafe.As<V, N>(ref value) = read;
        else Unsafe.As<V, N?>(ref value) = read;
        return true;
    }
}
