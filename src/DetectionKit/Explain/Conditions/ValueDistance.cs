using System.Globalization;

namespace DetectionKit;

/// <summary>How far one value is from another: numbers as numbers, durations and times as durations.</summary>
internal static class ValueDistance
{
    /// <summary>The first less the second, or null where there is no distance between them.</summary>
    internal static object? Between(object? actual, object? required) => (actual, required) switch
    {
        (TimeSpan a, TimeSpan b) => Ticks(a.Ticks, b.Ticks),
        (DateTimeOffset a, DateTimeOffset b) => Ticks(a.UtcTicks, b.UtcTicks),
        (DateTime a, DateTime b) => Ticks(a.Ticks, b.Ticks),
        (double or float, _) or (_, double or float) when IsNumber(actual) && IsNumber(required) => Reals(Real(actual), Real(required)),
        _ when IsNumber(actual) && IsNumber(required) => Decimals(actual!, required!),
        _ => null,
    };

    internal static object? Magnitude(object? distance) => distance switch
    {
        decimal number => Math.Abs(number),
        double number => Math.Abs(number),
        TimeSpan { Ticks: > long.MinValue } span => span.Duration(),
        _ => null,
    };

    internal static bool IsZero(object distance) => distance is 0m or 0.0 || (distance is TimeSpan span && span == TimeSpan.Zero);

    internal static string Text(object distance) => distance switch
    {
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        decimal number => number.ToString("G29", CultureInfo.InvariantCulture),
        _ => ValueText.Of(distance),
    };

    private static bool IsNumber(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;

    private static double Real(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static object? Reals(double a, double b) => double.IsFinite(a - b) ? a - b : null;

    private static object? Ticks(long a, long b)
    {
        var distance = (Int128)a - b;
        return distance > long.MinValue && distance <= long.MaxValue ? TimeSpan.FromTicks((long)distance) : null;
    }

    private static object? Decimals(object a, object b)
    {
        try
        {
            return Convert.ToDecimal(a, CultureInfo.InvariantCulture) - Convert.ToDecimal(b, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
