using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace DetectionKit.Sources.Values;

/// <summary>
/// Reads addresses: dotted IPv4 without leading zeros (whose base would be a guess) and IPv6 in any of its text forms. A zone is dropped, and an
/// IPv4-mapped IPv6 address is the IPv4 one. Addresses met before are given again.
/// </summary>
internal sealed class AddressText
{
    private const int Places = 1 << 14;
    private static readonly SearchValues<byte> V6Characters = SearchValues.Create("0123456789abcdefABCDEF:."u8);

    private readonly IPAddress?[] _addresses = new IPAddress?[Places];
    private readonly UInt128[] _keys = new UInt128[Places];

    public bool TryRead(ReadOnlySpan<byte> text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        if (!text.Contains((byte)':')) return TryReadV4(text, out var v4) && (address = Pooled(v4)) is not null;
        if (!TryReadV6(text, out var v6)) return false;
        address = Pooled(v6);
        return true;
    }

    /// <summary>Reads an address for whoever has no use for those met before: they take room.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        if (text.Contains((byte)':')) return TryReadV6(text, out address);
        if (TryReadV4(text, out var v4)) address = Made(v4);
        return address is not null;
    }

    private static bool TryReadV6(ReadOnlySpan<byte> text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        var zone = text.IndexOf((byte)'%');
        if (zone > 0) text = text[..zone];
        if (text.ContainsAnyExcept(V6Characters) || !IPAddress.TryParse(text, out var parsed)) return false;
        address = parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed;
        return true;
    }

    private static IPAddress Made(uint v4) => new([(byte)(v4 >> 24), (byte)(v4 >> 16), (byte)(v4 >> 8), (byte)v4]);

    private static bool TryReadV4(ReadOnlySpan<byte> text, out uint address)
    {
        address = 0;
        var parts = 0;
        while (parts < 4)
        {
            int digits = 0, part = 0;
            while (digits < text.Length && digits < 3 && text[digits] is >= (byte)'0' and <= (byte)'9') part = (part * 10) + text[digits++] - '0';
            if (digits == 0 || part > 255 || (digits > 1 && text[0] == (byte)'0')) return false;
            address = (address << 8) | (uint)part;
            text = text[digits..];
            if (++parts == 4) break;
            if (text.IsEmpty || text[0] != (byte)'.') return false;
            text = text[1..];
        }

        return text.IsEmpty;
    }

    private IPAddress Pooled(uint v4)
    {
        var place = (int)(v4 * 0x9E37_79B1 >> 18);
        if (_addresses[place] is { AddressFamily: AddressFamily.InterNetwork } known && _keys[place] == v4) return known;
        return Keep(place, v4, Made(v4));
    }

    private IPAddress Pooled(IPAddress parsed)
    {
        Span<byte> bytes = stackalloc byte[16];
        parsed.TryWriteBytes(bytes, out var length);
        if (length == 4) return Pooled(BinaryPrimitives.ReadUInt32BigEndian(bytes));
        var key = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        var place = (int)(SeededHash.Of(bytes) & (Places - 1));
        if (_addresses[place] is { AddressFamily: AddressFamily.InterNetworkV6 } known && _keys[place] == key) return known;
        return Keep(place, key, parsed);
    }

    private IPAddress Keep(int place, UInt128 key, IPAddress address)
    {
        (_keys[place], _addresses[place]) = (key, address);
        return address;
    }
}
