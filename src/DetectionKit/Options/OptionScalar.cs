using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace DetectionKit;

/// <summary>How the text of one value is read.</summary>
/// <param name="Expected">What is expected, for messages.</param>
/// <param name="Read">The value of a text; null when the text has none. May throw what a Parse method throws.</param>
/// <param name="EmptyIsNull">Whether an empty text is null.</param>
internal sealed record OptionScalar(string Expected, Func<string, object?> Read, bool EmptyIsNull = false)
{
    private static readonly ConcurrentDictionary<Type, OptionScalar?> s_scalars = new();

    /// <summary>How a type is read; null when it is no scalar.</summary>
    internal static OptionScalar? For(Type type) => s_scalars.GetOrAdd(type, static t => Find(t));

    /// <summary>Reads a text; a problem is worded to follow the key.</summary>
    internal bool TryRead(string text, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        problem = null;
        if (EmptyIsNull && text.Length == 0) return true;
        var why = "";
        try
        {
            value = Read(text);
        }
        catch (Exception refused) when (refused is FormatException or OverflowException or ArgumentException)
        {
            why = $" ({refused.Message.TrimEnd('.')})";
        }

        if (value is not null) return true;
        problem = $"is '{text}'; expected {Expected}{why}.";
        return false;
    }

    private static OptionScalar? Find(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } wrapped) return For(wrapped) is { } inner ? inner with { EmptyIsNull = true } : null;
        if (type == typeof(string)) return new("a text", static t => t);
        if (type == typeof(bool)) return new("true or false", static t => bool.TryParse(t, out var v) ? v : null);
        if (type == typeof(TimeSpan)) return new("a duration such as 90s, 90m, 1h, 1d or 01:00:00", static t => Duration.TryParse(t, out var v) ? v : null);
        if (type == typeof(DateTimeOffset)) return new("a time such as 2024-05-06T07:08:09Z", static t => ReadTime(t));
        if (type == typeof(DateTime)) return new("a time such as 2024-05-06T07:08:09Z", static t => ReadTime(t)?.UtcDateTime);
        if (type == typeof(Uri)) return new("a URI", static t => Uri.TryCreate(t, UriKind.RelativeOrAbsolute, out var v) ? v : null);
        if (type.IsEnum) return new($"one of {string.Join(", ", Enum.GetNames(type))}", t => ReadEnum(type, t));
        return OptionNumber.For(type) ?? Parsable(type);
    }

    // A time without a zone is UTC.
    private static DateTimeOffset? ReadTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static object? ReadEnum(Type type, string text)
    {
        // A bare number would pass for any enum: only names say what is meant.
        var isNumber = text.AsSpan().Trim() is [var first, ..] && (char.IsAsciiDigit(first) || first is '-' or '+');
        return !isNumber && Enum.TryParse(type, text, ignoreCase: true, out var value) ? value : null;
    }

    private static OptionScalar? Parsable(Type type) =>
        SelfInterface.IsImplementedBy(type, typeof(IParsable<>))
            ? new($"what {type.Name}.Parse reads", typeof(OptionScalar).GetMethod(nameof(ParseWith), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type).CreateDelegate<Func<string, object?>>())
            : null;

    private static object? ParseWith<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);
}
