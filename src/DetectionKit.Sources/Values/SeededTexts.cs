using System.Runtime.InteropServices;

namespace DetectionKit.Sources.Values;

/// <summary>Compares texts by their characters, with a hash that is as hard to foresee as that of the runtime, and faster.</summary>
internal sealed class SeededTexts : IEqualityComparer<string>
{
    private SeededTexts()
    {
    }

    public static SeededTexts Ordinal { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string text) => (int)SeededHash.Of(MemoryMarshal.AsBytes(text.AsSpan()));
}
