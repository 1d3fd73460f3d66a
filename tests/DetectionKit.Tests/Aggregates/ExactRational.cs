using System.Numerics;

namespace DetectionKit.Tests.Aggregates;

/// <summary>A number as an integer times a power of two: every double is one, and so are their sums and products.</summary>
internal readonly record struct ExactRational(BigInteger Mantissa, int Exponent)
{
    internal static ExactRational Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & ((1L << 52) - 1);
        var mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        return new(bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    internal static ExactRational Sum(IEnumerable<double> values) => values.Select(Of).Aggregate(new ExactRational(0, 0), (sum, value) => sum + value);

    /// <summary>The sample variance, rounded after all is done: (nΣx² - (Σx)²) / (n (n - 1)).</summary>
    internal static double VarianceOf(double[] values)
    {
        var sum = Sum(values);
        var squares = values.Select(Of).Aggregate(new ExactRational(0, 0), (total, value) => total + (value * value));
        var left = (squares * new ExactRational(values.Length, 0)) + (sum * sum * new ExactRational(-1, 0));
        return left.ToDouble() / ((double)values.Length * (values.Length - 1));
    }

    public static ExactRational operator +(ExactRational x, ExactRational y)
    {
        var exponent = Math.Min(x.Exponent, y.Exponent);
        return new((x.Mantissa << (x.Exponent - exponent)) + (y.Mantissa << (y.Exponent - exponent)), exponent);
    }

    public static ExactRational operator *(ExactRational x, ExactRational y) => new(x.Mantissa * y.Mantissa, x.Exponent + y.Exponent);

    /// <summary>The nearest double, halves to even.</summary>
    internal double ToDouble()
    {
        if (Mantissa.IsZero) return 0;
        var (mantissa, exponent) = (BigInteger.Abs(Mantissa), Exponent);
        var drop = (int)Math.Max(mantissa.GetBitLength() - 53, -1074 - exponent);
        if (drop > 0)
        {
            var rest = mantissa & ((BigInteger.One << drop) - 1);
            var half = BigInteger.One << (drop - 1);
            mantissa >>= drop;
            exponent += drop;
            if (rest > half || (rest == half && !mantissa.IsEven)) mantissa++;
        }

        return Mantissa.Sign * Math.ScaleB((double)mantissa, exponent);
    }
}
