using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Members;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Mapping;

/// <summary>Decodes values as a mapping does, by the types of their members alone.</summary>
/// <param name="foldCase">Whether texts are turned into lower case.</param>
internal class MappedTokenReader<V>(bool foldCase) : TokenReader<V>
{
    private const double MostSeconds = 1e9;

    /// <inheritdoc/>
    public sealed override bool TryRead(ReadOnlySpan<byte> token, ref V value)
    {
        if (token[0] != (byte)'"') return TryReadText(token, ref value);
        var text = token[1..^1];
        if (Ascii.IsValid(text) && !text.Contains((byte)'\\')) return TryReadText(text, ref value);
        try
        {
            var reader = new Utf8JsonReader(token);
            return reader.Read() && reader.GetString() is { } decoded && JsonDocumentFields.IsThere(decoded) && TryReadText(Encoding.UTF8.GetBytes(decoded), ref value);
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no UTF-8, or half a surrogate pair: the text can't be had.
            return false;
        }
    }

    /// <summary>Reads a value from its characters; false when they are none of the member's.</summary>
    /// <param name="text">The characters, as UTF-8.</param>
    /// <param name="value">The value.</param>
    public virtual bool TryReadText(ReadOnlySpan<byte> text, ref V value)
    {
        if (typeof(V) == typeof(string)) return Give(foldCase ? Encoding.UTF8.GetString(text).ToLowerInvariant() : Encoding.UTF8.GetString(text), ref value);
        if (typeof(V) == typeof(IPAddress)) return JsonDocumentFields.TryAddress(Encoding.UTF8.GetString(text), out var address) && Give(address, ref value);
        if (Is<DateTimeOffset>()) return TimeText.TryReadEpochSeconds(text, out var ticks) && Set(ref value, new DateTimeOffset(ticks, TimeSpan.Zero));
        if (Is<long>()) return NumberText.TryReadInteger(text, out var number) && Set(ref value, number);
        if (Is<int>()) return NumberText.TryReadInteger(text, out var number) && number is >= int.MinValue and <= int.MaxValue && Set(ref value, (int)number);
        if (Is<double>()) return TryReadNumber(text, out var number) && Set(ref value, number);
        if (Is<TimeSpan>()) return TryReadNumber(text, out var seconds) && Math.Abs(seconds) < MostSeconds && Set(ref value, TimeSpan.FromSeconds(seconds));
        if (Is<bool>()) return TryReadTruth(text, out var truth) && Set(ref value, truth);
        return (Nullable.GetUnderlyingType(typeof(V)) ?? typeof(V)) is { IsEnum: true } named && Enum.TryParse(named, Encoding.UTF8.GetString(text), ignoreCase: true, out var found) && Give(found, ref value);
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool TryReadTruth(ReadOnlySpan<byte> text, out bool truth)
    {
        truth = text.SequenceEqual("1"u8);
        return truth || text.SequenceEqual("0"u8) || bool.TryParse(Encoding.UTF8.GetString(text), out truth);
    }

    private static bool Give(object? read, ref V value)
    {
        value = (V)read!;
        return true;
    }
}
