using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DetectionKit;

/// <summary>A range of addresses, such as a network.</summary>
/// <param name="IsIPv4">Whether they are IPv4 addresses, which are numbers of 32 bits.</param>
/// <param name="First">The first.</param>
/// <param name="Last">The last, which belongs to it.</param>
public readonly record struct NetworkRange(bool IsIPv4, UInt128 First, UInt128 Last)
{
    /// <summary>Reads a network in CIDR form or a single address.</summary>
    internal static bool TryParseNetwork(string text, out NetworkRange range, [NotNullWhen(false)] out string? reason)
    {
        range = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryParseAddress(slash < 0 ? text : text[..slash], out var address, out reason)) return false;
        var width = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var prefix = width;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > width))
        {
            reason = $"its prefix length must be a number from 0 to {width}";
            return false;
        }

        var value = AddressValue.Of(address);
        var free = width - prefix;
        var mask = Mask(free);
        if ((value & mask) != 0)
        {
            reason = $"it has bits set beyond its prefix; its network is {AddressValue.ToAddress(value & ~mask, width == 32)}/{prefix}";
            return false;
        }

        range = AddressValue.IsIPv4(value) ? new(true, (uint)value, (uint)(value | mask)) : new(false, value, value | mask);
        return true;
    }

    /// <summary>Reads a network in CIDR form, a single address, or the first and last address of a range with a hyphen between.</summary>
    /// <param name="text">The text: <c>192.0.2.0/24</c>, <c>192.0.2.1</c> or <c>192.0.2.0-192.0.2.9</c>.</param>
    /// <param name="range">The range.</param>
    /// <param name="reason">Why it is none, to follow "it is no network:"; null when it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string text, out NetworkRange range, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0) return TryParseNetwork(text, out range, out reason);
        range = default;
        if (!TryParseAddress(text[..hyphen].Trim(), out var from, out reason) || !TryParseAddress(text[(hyphen + 1)..].Trim(), out var to, out reason)) return false;
        var (first, last) = (AddressValue.Of(from), AddressValue.Of(to));
        if (AddressValue.IsIPv4(first) != AddressValue.IsIPv4(last)) reason = "its addresses are of two families";
        else if (first > last) reason = "its last address comes before its first";
        if (reason is not null) return false;
        range = AddressValue.IsIPv4(first) ? new(true, (uint)first, (uint)last) : new(false, first, last);
        return true;
    }

    /// <summary>The fewest networks that make up a range of addresses, in order.</summary>
    internal static IEnumerable<NetworkRange> Covering(bool isIPv4, UInt128 first, UInt128 last)
    {
        while (true)
        {
            var free = Math.Min(isIPv4 ? 32 : 128, (int)UInt128.TrailingZeroCount(first));
            while ((first | Mask(free)) > last) free--;
            var end = first | Mask(free);
            yield return new(isIPv4, first, end);
            if (end == last) yield break;
            first = end + 1;
        }
    }

    /// <summary>The first address.</summary>
    public IPAddress FirstAddress => AddressValue.ToAddress(First, IsIPv4);

    /// <summary>Whether an address, in the form of <see cref="AddressValue.Of"/>, lies within.</summary>
    internal bool Contains(UInt128 address)
    {
        if (AddressValue.IsIPv4(address) != IsIPv4) return false;
        var value = IsIPv4 ? (uint)address : address;
        return value >= First && value <= Last;
    }

    /// <summary>In CIDR form, or the address when there is but one, or its first and last address when it is no network.</summary>
    public override string ToString()
    {
        if (!IsNetwork) return $"{AddressValue.ToAddress(First, IsIPv4)}-{AddressValue.ToAddress(Last, IsIPv4)}";
        var address = AddressValue.ToAddress(First, IsIPv4).ToString();
        var prefix = (IsIPv4 ? 32 : 128) - (int)UInt128.PopCount(First ^ Last);
        return First == Last ? address : string.Create(CultureInfo.InvariantCulture, $"{address}/{prefix}");
    }

    private bool IsNetwork => (First ^ Last) is var differing && (differing & (differing + 1)) == 0 && (First & differing) == 0;

    private static UInt128 Mask(int free) => free == 128 ? UInt128.MaxValue : (UInt128.One << free) - 1;

    /// <summary>
    /// .NET also reads 010.0.0.1 (as octal), 0x7f.1, 10 (as 0.0.0.10), ports and scopes: in a list of networks each of these is a slip.
    /// </summary>
    private static bool TryParseAddress(string text, [NotNullWhen(true)] out IPAddress? address, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        if (text.AsSpan().ContainsAny('[', '%') || !IPAddress.TryParse(text, out address))
        {
            address = null;
            reason = text.Length == 0 ? "it is empty" : $"'{text}' is no address";
            return false;
        }

        if (address.AddressFamily == AddressFamily.InterNetwork && !string.Equals(address.ToString(), text, StringComparison.Ordinal))
        {
            reason = $"'{text}' is not four decimal numbers without leading zeros (it might be meant as {address})";
            return false;
        }

        return true;
    }
}
