using System.Globalization;
using System.Numerics;

namespace DetectionKit;

/// <summary>How numbers are read: without group separators, because 1,5 is no 15.</summary>
internal static class OptionNumber
{
    private static readonly Dictionary<Type, OptionScalar> s_numbers = new()
    {
        [typeof(sbyte)] = Whole<sbyte>(),
        [typeof(byte)] = Whole<byte>(),
        [typeof(short)] = Whole<short>(),
        [typeof(ushort)] = Whole<ushort>(),
        [typeof(int)] = Whole<int>(),
        [typeof(uint)] = Whole<uint>(),
        [typeof(long)] = Whole<long>(),
        [typeof(ulong)] = Whole<ulong>(),
        [typeof(Int128)] = Whole<Int128>(),
        [typeof(UInt128)] = Whole<UInt128>(),
        [typeof(Half)] = Real<Half>(),
        [typeof(float)] = Real<float>(),
        [typeof(double)] = Real<double>(),
        [typeof(decimal)] = Real<decimal>(),
    };

    internal static OptionScalar? For(Type type) => s_numbers.GetValueOrDefault(type);

    private static OptionScalar Whole<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}"),
            static t => T.TryParse(t, NumberStyles.Integer, CultureInfo.InvariantCulture, out var v) ? v : null);

    private static OptionScalar Real<T>()
        where T : struct, INumber<T> => new(
            "a number such as 0.5",
            static t => T.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) && !T.IsNaN(v) ? v : null);
}
