namespace DetectionKit.Sources.Scanning;

/// <summary>What stands where in 64 bytes: a bit a byte, the first byte in the lowest bit.</summary>
/// <param name="Quotes">The quotes.</param>
/// <param name="Backslashes">The backslashes.</param>
/// <param name="Controls">The control characters, U+0000 to U+001F.</param>
/// <param name="Ends">What may follow a value: a comma, and the brackets that close an object or an array (U+000C, too, is marked, which is a control character).</param>
internal readonly record struct BlockMasks(ulong Quotes, ulong Backslashes, ulong Controls, ulong Ends)
{
    /// <summary>A comma; itself once bit 5 is set.</summary>
    public const byte Comma = (byte)',';

    /// <summary>A brace; a bracket becomes it once bit 5 is set.</summary>
    public const byte Brace = (byte)'}';

    /// <summary>The bit in which a bracket differs from a brace.</summary>
    public const byte BraceBit = 0x20;

    /// <summary>The masks of the first so many bytes, fewer than 64.</summary>
    public BlockMasks First(int bytes)
    {
        var first = (1ul << bytes) - 1;
        return new(Quotes & first, Backslashes & first, Controls & first, Ends & first);
    }

    /// <summary>The masks without the first so many bytes.</summary>
    public BlockMasks Skip(int bytes) => new(Quotes >> bytes, Backslashes >> bytes, Controls >> bytes, Ends >> bytes);
}
