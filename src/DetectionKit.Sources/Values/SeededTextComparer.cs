using System.Runtime.InteropServices;

namespace DetectionKit.Sources.Values;

/// <summary>Compares texts by their characters, with a hash that is as hard to foresee as that of the runtime, and faster.</summary>
internal sealed class SeededTextComparer : IEqualityComparer<string>
{
    private SeededTextComparer()
    {
    }

    public static SeededTextComparer Ordinal { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string text) => (int)SeededHash.Of(MemoryMarshal.AsBytes(text.AsSpan()));
}
