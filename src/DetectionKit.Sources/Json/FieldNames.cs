using System.Text;
using System.Text.Json;

namespace DetectionKit.Sources.Json;

/// <summary>Finds the number of a property by its name. Few names share a length, so the length is the first key.</summary>
internal sealed class FieldNames
{
    public const int None = -1;

    private readonly (byte[] Name, int Field)[][] _byLength;

    public FieldNames(params ReadOnlySpan<(string Name, int Field)> names)
    {
        var sized = new List<(byte[] Name, int Field)>[names.ToArray().Max(n => n.Name.Length) + 1];
        foreach (var (name, field) in names) (sized[name.Length] ??= []).Add((Encoding.UTF8.GetBytes(name), field));
        _byLength = [.. sized.Select(s => s?.ToArray() ?? [])];
    }

    /// <summary>The highest number, and one.</summary>
    public int Count => _byLength.Max(names => names.Length == 0 ? 0 : names.Max(name => name.Field) + 1);

    public int Find(ReadOnlySpan<byte> name)
    {
        if (name.Length >= _byLength.Length) return None;
        foreach (var (known, field) in _byLength[name.Length])
        {
            if (name.SequenceEqual(known)) return field;
        }

        return None;
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
}
