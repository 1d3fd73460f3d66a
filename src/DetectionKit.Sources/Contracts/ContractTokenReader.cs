using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Members;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Contracts;

/// <summary>Decodes values by a contract.</summary>
/// <param name="contract">The contract.</param>
/// <param name="isPlain">Whether it decodes them as System.Text.Json does by itself.</param>
internal sealed class ContractTokenReader<V>(JsonTypeInfo<V> contract, bool isPlain) : TokenReader<V>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool TryRead(ReadOnlySpan<byte> token, ref V value)
    {
        if (isPlain && TryReadPlain(token, ref value)) return true;
        try
        {
            value = JsonSerializer.Deserialize(token, contract)!;
            return true;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or InvalidOperationException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    // As System.Text.Json reads them, without what it does around that.
    private static bool TryReadPlain(ReadOnlySpan<byte> token, ref V value)
    {
        if (Is<int>()) return Utf8Parser.TryParse(token, out int number, out var used) && used == token.Length && Set(ref value, number);
        if (Is<long>()) return Utf8Parser.TryParse(token, out long number, out var used) && used == token.Length && Set(ref value, number);
        if (Is<double>()) return Utf8Parser.TryParse(token, out double number, out var used) && used == token.Length && Set(ref value, number);
        if (Is<bool>()) return token[0] is (byte)'t' or (byte)'f' && Set(ref value, token[0] == (byte)'t');
        if (!Is<DateTimeOffset>()) return false;
        if (TryReadUtc(token, out var time)) return Set(ref value, time);
        var reader = new Utf8JsonReader(token);
        return reader.Read() && reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out time) && Set(ref value, time);
    }

    // What most times are: 2026-03-02T08:00:00Z, with up to seven decimals. There are more forms; those are left to the reader of JSON.
    private static bool TryReadUtc(ReadOnlySpan<byte> token, out DateTimeOffset time)
    {
        const int Shortest = 22, Longest = 30, T = 11, Tens = 18, Point = 20;
        time = default;
        if (token.Length is < Shortest or > Longest || token[^2] != (byte)'Z' || token[T] != (byte)'T' || token[Tens] > (byte)'5') return false;
        if (token.Length > Shortest && (token[Point] != (byte)'.' || token[(Point + 1)..^2].ContainsAnyExceptInRange((byte)'0', (byte)'9'))) return false;
        if (!TimeText.TryReadDateTime(token[1..^1], out var ticks)) return false;
        time = new(ticks, TimeSpan.Zero);
        return true;
    }
}
