using System.Net;

namespace DetectionKit;

/// <summary>
/// The plain form of a value that can be written in several ways: a time in UTC, an address without mapping and scope, a decimal without trailing zeros, no negative zero.
/// Of two equal values one is kept, and which one must not depend on which came first.
/// </summary>
internal static class PlainValue
{
    private const decimal OneWithAllPlaces = 1.0000000000000000000000000000m;

    internal static T Of<T>(T value)
    {
        if (typeof(T) == typeof(DateTimeOffset)) return (T)(object)((DateTimeOffset)(object)value!).ToUniversalTime();
        if (typeof(T) == typeof(double)) return (double)(object)value! == 0 ? (T)(object)0.0 : value;
        if (typeof(T) == typeof(float)) return (float)(object)value! == 0 ? (T)(object)0f : value;
        if (typeof(T) == typeof(decimal)) return (T)(object)((decimal)(object)value! / OneWithAllPlaces);
        if (typeof(T).IsValueType && default(T) is not null) return value;
        return value switch
        {
            DateTimeOffset time => (T)(object)time.ToUniversalTime(),
            double or float or decimal => OfNumber(value),
            IPAddress address => (T)(object)AddressValue.Plain(address)!,
            _ => value,
        };
    }

    private static T OfNumber<T>(T value) => value switch
    {
        double number => (T)(object)Of(number),
        float number => (T)(object)Of(number),
        decimal number => (T)(object)Of(number),
        _ => value,
    };
}
