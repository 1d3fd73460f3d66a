using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DetectionKit.Simulator.Writers;

/// <summary>JSON lines in UTF-8, assembled from parts that are already encoded.</summary>
internal sealed class LineBuffer(int capacity)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Cuts off what was written from a place on, within its last third, and ends the line; nothing was written, nothing is cut.</summary>
    /// <param name="start">The place.</param>
    /// <param name="number">What the place of the cut is drawn from.</param>
    public void CutLine(int start, long number)
    {
        var written = Length - start;
        if (written < 4) return;
        Length = start + written - 2 - (int)(number % (written / 3));
        Raw("\n"u8);
    }

    public LineBuffer Raw(scoped ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        Length += utf8.Length;
        return this;
    }

    /// <summary>Text of ASCII characters that need no escape.</summary>
    public LineBuffer Ascii(string text)
    {
        Length += Encoding.ASCII.GetBytes(text, Room(text.Length));
        return this;
    }

    /// <summary>Text as it is, not escaped.</summary>
    public LineBuffer Utf8(string text)
    {
        Length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));
        return this;
    }

    public LineBuffer Number(ulong value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        Length += written;
        return this;
    }

    /// <summary>Epoch milliseconds: the form of <c>timestamp</c>.</summary>
    public LineBuffer EpochMilliseconds(DateTimeOffset time) => Number((ulong)time.ToUnixTimeMilliseconds());

    /// <summary>Epoch seconds with three decimals: the form of <c>ContextTimeStamp</c>.</summary>
    public LineBuffer EpochSeconds(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        Number((ulong)(milliseconds / 1_000));
        var room = Room(4);
        var rest = (int)(milliseconds % 1_000);
        room[0] = (byte)'.';
        room[1] = (byte)('0' + rest / 100);
        room[2] = (byte)('0' + rest / 10 % 10);
        room[3] = (byte)('0' + rest % 10);
        Length += 4;
        return this;
    }

    /// <summary>An IPv4 address with dots, or an IPv6 address as sensors write it: all eight groups, none compressed.</summary>
    public LineBuffer Address(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        if (length == 4) return Number(bytes[0]).Dot().Number(bytes[1]).Dot().Number(bytes[2]).Dot().Number(bytes[3]);
        for (var i = 0; i < 16; i += 2)
        {
            if (i > 0) Raw(":"u8);
            System.Text.Unicode.Utf8.TryWrite(Room(4), $"{(bytes[i] << 8) | bytes[i + 1]:x}", out var written);
            Length += written;
        }

        return this;
    }

    /// <summary>A member with a text value, escaped, and a comma before it.</summary>
    public LineBuffer Text(string name, string value)
    {
        Raw(",\""u8).Raw(JsonEncodedText.Encode(name).EncodedUtf8Bytes);
        // The relaxed encoder writes \" as the sensor does, not \u0022.
        return Raw("\":\""u8).Raw(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes).Raw("\""u8);
    }

    /// <summary>A member that may be missing: left out, or null.</summary>
    public LineBuffer TextOrMissing(string name, string? value, bool writeNull)
    {
        if (value is not null) return Text(name, value);
        return writeNull ? Raw(",\""u8).Raw(JsonEncodedText.Encode(name).EncodedUtf8Bytes).Raw("\":null"u8) : this;
    }

    private LineBuffer Dot() => Raw("."u8);

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        return _bytes.AsSpan(Length);
    }
}
