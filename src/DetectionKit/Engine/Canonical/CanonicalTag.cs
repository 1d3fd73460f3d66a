namespace DetectionKit.Engine;

/// <summary>The first byte of a canonical value. The order of the tags is the order of values of different kinds; none of them may change.</summary>
internal static class CanonicalTag
{
    internal const byte Null = 0x00;
    internal const byte Boolean = 0x08;

    /// <summary>An integer below <see cref="long.MinValue"/>: 16 bytes.</summary>
    internal const byte IntegerBelow = 0x10;

    /// <summary>An integer of any width that fits 64 signed bits: 8 bytes.</summary>
    internal const byte Integer = 0x11;

    /// <summary>An integer above <see cref="long.MaxValue"/>: 16 bytes.</summary>
    internal const byte IntegerAbove = 0x12;
    internal const byte Real = 0x18;
    internal const byte Decimal = 0x19;
    internal const byte Text = 0x20;
    internal const byte Bytes = 0x21;
    internal const byte Guid = 0x22;
    internal const byte Address = 0x28;
    internal const byte Instant = 0x30;
    internal const byte Date = 0x31;
    internal const byte Duration = 0x32;
    internal const byte Sequence = 0x40;
    internal const byte Set = 0x41;
    internal const byte Structure = 0x48;

    /// <summary>A value whose declared type does not settle its form: the name of its own type comes before it.</summary>
    internal const byte Typed = 0x49;
}
