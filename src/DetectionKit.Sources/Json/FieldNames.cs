using System.Text;
using System.Text.Json;

namespace DetectionKit.Sources.Json;

/// <summary>Finds the number of a property by its name. Few names share a length, so the length is the first key.</summary>
internal sealed class FieldNames
{
    public const int None = -1;

    private const int OnStack = 256;

    private readonly (byte[] Name, int Field)[][] _byLength;
    private readonly Dictionary<string, int>? _inAnyCase;

    public FieldNames(params ReadOnlySpan<(string Name, int Field)> names)
        : this(names, ignoresCase: false)
    {
    }

    /// <param name="names">The names. No two are the same.</param>
    /// <param name="ignoresCase">Whether a name is found as well that differs from one of these by case, as System.Text.Json has it.</param>
    public FieldNames(ReadOnlySpan<(string Name, int Field)> names, bool ignoresCase)
    {
        (byte[] Name, int Field)[] known = [.. names.ToArray().Select(name => (Encoding.UTF8.GetBytes(name.Name), name.Field))];
        _byLength = [.. Enumerable.Range(0, known.Max(name => name.Name.Length) + 1).Select(length => known.Where(name => name.Name.Length == length).ToArray())];
        if (ignoresCase) _inAnyCase = names.ToArray().ToDictionary(name => name.Name, name => name.Field, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The highest number, and one.</summary>
    public int Count => _byLength.Max(names => names.Length == 0 ? 0 : names.Max(name => name.Field) + 1);

    public int Find(ReadOnlySpan<byte> name)
    {
        foreach (var (known, field) in name.Length < _byLength.Length ? _byLength[name.Length] : [])
        {
            if (name.SequenceEqual(known)) return field;
        }

        return _inAnyCase is null ? None : FindInAnyCase(name);
    }

    /// <summary>The number of the property name at which a reader stands.</summary>
    public int Find(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return Find(reader.ValueSpan);
        const int LongestEscape = 6;
        if (reader.ValueSpan.Length > LongestEscape * _byLength.Length) return None;
        Span<byte> text = new byte[reader.ValueSpan.Length];
        return Find(text[..JsonText.Unescape(reader.ValueSpan, text)]);
    }

    private int FindInAnyCase(ReadOnlySpan<byte> name)
    {
        Span<char> text = name.Length <= OnStack ? stackalloc char[OnStack] : new char[name.Length];
        return _inAnyCase!.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..Encoding.UTF8.GetChars(name, text)], out var field) ? field : None;
    }
}
