using System.Buffers;
using System.Text.Unicode;

namespace DetectionKit.Engine;

internal sealed partial class CanonicalBytes
{
    // A zero byte within is 00 FF, the end is 00 01: the end sorts below whatever a longer text goes on with.
    private const byte Zero = 0x00;
    private const byte EscapedZero = 0xFF;
    private const byte End = 0x01;

    internal void Text(string? value)
    {
        if (value is null) Null();
        else Text(value.AsSpan());
    }

    internal void Character(char value) => Text(new ReadOnlySpan<char>(in value));

    /// <summary>
    /// Text as UTF-8. A surrogate without its other half is written as the three bytes that its code point would have (WTF-8), because a
    /// replacement character would make different texts equal.
    /// </summary>
    internal void Text(ReadOnlySpan<char> value)
    {
        Reserve(1)[0] = CanonicalTag.Text;
        EnsureRoom(checked((value.Length * 3) + 2));
        var start = _length;
        while (true)
        {
            var status = Utf8.FromUtf16(value, _buffer.AsSpan(_length), out var read, out var written, replaceInvalidSequences: false);
            _length += written;
            if (status == OperationStatus.Done) break;
            LoneSurrogate(value[read]);
            value = value[(read + 1)..];
        }

        Terminate(start);
    }

    /// <summary>As it was written, not as it might be resolved.</summary>
    internal void Location(Uri? value) => Text(value?.OriginalString);

    internal void Release(Version? value) => Text(value?.ToString());

    internal void Bytes(ReadOnlySpan<byte> value)
    {
        Reserve(1)[0] = CanonicalTag.Bytes;
        var start = _length;
        Raw(value);
        Terminate(start);
    }

    internal void Bytes(byte[]? value)
    {
        if (value is null) Null();
        else Bytes(value.AsSpan());
    }

    private void LoneSurrogate(char surrogate)
    {
        var target = Reserve(3);
        target[0] = (byte)(0xE0 | (surrogate >> 12));
        target[1] = (byte)(0x80 | ((surrogate >> 6) & 0x3F));
        target[2] = (byte)(0x80 | (surrogate & 0x3F));
    }

    private void Terminate(int start)
    {
        var zeros = _buffer.AsSpan(start, _length - start).Count(Zero);
        if (zeros > 0) EscapeZeros(start, zeros);
        var end = Reserve(2);
        end[0] = Zero;
        end[1] = End;
    }

    private void EscapeZeros(int start, int zeros)
    {
        var from = _length - 1;
        Reserve(zeros);
        var to = _length - 1;
        for (; from >= start; from--)
        {
            if (_buffer[from] == Zero) _buffer[to--] = EscapedZero;
            _buffer[to--] = _buffer[from];
        }
    }
}
