using System.Globalization;

namespace DetectionKit;

/// <summary>A value given for a part of a key, as the part's type.</summary>
internal static class KeyValue
{
    /// <summary>The value itself when it is of the type, text that is read as configuration reads it, or a number of another type.</summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    internal static object? Of(string part, Type type, object? value)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null || bare.IsInstanceOfType(value)) return value;
        if (value is string text && OptionScalar.For(type) is { } scalar)
        {
            return scalar.TryRead(text, out var read, out var problem) ? read : throw new ArgumentException($"The key's part {part} {problem}", "key");
        }

        try
        {
            return bare.IsEnum ? Enum.ToObject(bare, value) : Convert.ChangeType(value, bare, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or OverflowException or ArgumentException)
        {
            throw new ArgumentException($"The key's part {part} is a {TypeText.Of(type)}; {ValueText.Of(value)} ({TypeText.Of(value.GetType())}) is none.", "key", e);
        }
    }
}
