using System.Globalization;
using System.Net;

namespace DetectionKit.Testing.Events;

/// <summary>Values of members that stand for any, and others like them.</summary>
internal static class SampleValue
{
    /// <summary>A value of a member of which nothing is known but its name and type.</summary>
    internal static object? Of(string name, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string)) return name.Contains("Image", StringComparison.Ordinal) || name.Contains("Path", StringComparison.Ordinal) ? @"C:\Tools\agent.exe" : name.ToLowerInvariant() + "-1";
        if (plain == typeof(IPAddress)) return IPAddress.Parse("203.0.113.9");
        if (plain == typeof(DateTimeOffset)) return VirtualTime.Start;
        if (plain == typeof(TimeSpan)) return TimeSpan.FromSeconds(1);
        if (plain == typeof(Guid)) return new Guid(1, 0, 0, new byte[8]);
        if (plain == typeof(bool)) return true;
        if (plain.IsEnum) return Enum.GetValues(plain).GetValue(0);
        if (IsNumber(plain)) return Convert.ChangeType(name.Contains("Port", StringComparison.Ordinal) ? 443 : 1, plain, CultureInfo.InvariantCulture);
        if (type.IsArray) return Array.CreateInstance(type.GetElementType()!, 0);
        if (plain.IsGenericType && type.IsAssignableFrom(plain.GetGenericArguments()[0].MakeArrayType())) return Array.CreateInstance(plain.GetGenericArguments()[0], 0);
        return type.IsValueType && type == plain ? Activator.CreateInstance(type) : null;
    }

    /// <summary>Other values like one, made in several ways: what begins or ends like it, where it is text.</summary>
    internal static IEnumerable<object?> Others(object? value, int index) =>
        value is string text && index > 0 ? [Other(value, index), string.Create(CultureInfo.InvariantCulture, $"{text}-{index}"), string.Create(CultureInfo.InvariantCulture, $"{index}-{text}")] : [Other(value, index)];

    /// <summary>The <paramref name="index"/>th other value like one; the value itself where its type has no other, or for index 0.</summary>
    internal static object? Other(object? value, int index)
    {
        if (index == 0) return value;
        switch (value)
        {
            case null:
                return null;
            case string text when text.LastIndexOfAny(['\\', '/']) is >= 0 and var cut:
                return string.Create(CultureInfo.InvariantCulture, $"{text[..cut]}{text[cut]}{index}{text[cut..]}");
            case string text:
                return string.Create(CultureInfo.InvariantCulture, $"{text}-{index}");
            case IPAddress address:
                var bytes = address.GetAddressBytes();
                for (var (i, carry) = (bytes.Length - 1, index); i >= 0 && carry > 0; i--)
                {
                    carry += bytes[i];
                    bytes[i] = (byte)carry;
                    carry >>= 8;
                }

                return new IPAddress(bytes);
            case DateTimeOffset time:
                return time.AddSeconds(index);
            case TimeSpan span:
                return span + TimeSpan.FromSeconds(index);
            case Guid:
                return new Guid(index + 1, 0, 0, new byte[8]);
            case bool truth:
                return index % 2 == 1 ? !truth : truth;
            case Enum known:
                var all = Enum.GetValues(known.GetType());
                return all.GetValue((Array.IndexOf(all, known) + index) % all.Length);
            default:
                return IsNumber(value.GetType()) ? FromNumber(ToNumber(value) + index, value.GetType()) : value;
        }
    }

    internal static bool IsNumber(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    internal static double ToNumber(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    /// <summary>A number as a type; null where the type can't hold it.</summary>
    internal static object? FromNumber(double number, Type type)
    {
        try
        {
            return Convert.ChangeType(number, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
