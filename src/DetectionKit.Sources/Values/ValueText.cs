using System.Text;

namespace DetectionKit.Sources.Values;

/// <summary>Values as messages quote them.</summary>
internal static class ValueText
{
    private const int MostBytes = 60;

    /// <summary>The value, cut off when it is long, with what is not printable replaced.</summary>
    public static string Shorten(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, MostBytes)]);
        var printable = string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(source[i]) ? '\uFFFD' : source[i];
        });
        return utf8.Length > MostBytes ? printable + "…" : printable;
    }
}
