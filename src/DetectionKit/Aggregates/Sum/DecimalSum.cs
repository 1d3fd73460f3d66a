namespace DetectionKit;

/// <summary>
/// A sum of decimals without rounding: whole numbers, and a fraction in units of 10^-28, the finest that a decimal has. <see cref="decimal"/>'s own addition rounds to 28
/// digits, and so depends on the order of the values.
/// </summary>
public struct DecimalSum
{
    private const int Scale = 28;
    private static readonly UInt128 s_one = UInt128.Parse("10000000000000000000000000000", System.Globalization.CultureInfo.InvariantCulture);
    private Int128 _whole;
    private UInt128 _fraction;

    /// <summary>Adds a value.</summary>
    public void Add(decimal value)
    {
        var (whole, fraction) = Split(value);
        _whole += whole;
        AddFraction(fraction);
    }

    /// <summary>Takes a value out that was added before.</summary>
    public void Remove(decimal value)
    {
        var (whole, fraction) = Split(value);
        _whole -= whole;
        if (fraction == 0) return;
        _whole--;
        AddFraction(s_one - fraction);
    }

    /// <summary>Adds all that another sum holds.</summary>
    public void Add(in DecimalSum other)
    {
        _whole += other._whole;
        AddFraction(other._fraction);
    }

    /// <summary>The sum, rounded once, without trailing zeros.</summary>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public readonly decimal Round()
    {
        // From -1.3 as -2 and 0.7: the fraction takes the sign of the whole, so that nothing is rounded twice.
        var (whole, fraction, negative) = (_whole, _fraction, false);
        if (whole < 0 && fraction > 0) (whole, fraction, negative) = (whole + 1, s_one - fraction, true);
        var part = new decimal((int)(uint)fraction, (int)(uint)(fraction >> 32), (int)(uint)(fraction >> 64), negative, Scale);
        return ((decimal)whole + part) / 1.0000000000000000000000000000m;
    }

    internal readonly void Write(BinaryWriter writer)
    {
        writer.Write((long)(_whole >> 64));
        writer.Write((ulong)(_whole & ulong.MaxValue));
        writer.Write((ulong)(_fraction >> 64));
        writer.Write((ulong)(_fraction & ulong.MaxValue));
    }

    internal static DecimalSum Read(BinaryReader reader) => new()
    {
        _whole = ((Int128)reader.ReadInt64() << 64) | reader.ReadUInt64(),
        _fraction = ((UInt128)reader.ReadUInt64() << 64) | reader.ReadUInt64(),
    };

    private static (Int128 Whole, UInt128 Fraction) Split(decimal value)
    {
        var floor = decimal.Floor(value);
        var fraction = value - floor;
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(fraction, parts);
        var units = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        for (var scale = fraction.Scale; scale < Scale; scale++) units *= 10;
        return ((Int128)floor, units);
    }

    private void AddFraction(UInt128 fraction)
    {
        _fraction += fraction;
        if (_fraction < s_one) return;
        _fraction -= s_one;
        _whole++;
    }
}
