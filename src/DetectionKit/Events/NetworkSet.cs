using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace DetectionKit;

/// <summary>
/// An immutable set of networks, compared as addresses and not as text. Written as a list: <c>["10.0.0.0/8", "::1", "special-purpose"]</c>.
/// An item is a network in CIDR form (RFC 4632, RFC 4291), a single address, or the name of a preset. An IPv4-mapped IPv6 address or network
/// (<c>::ffff:0:0/96</c> and within) is IPv4; a shorter IPv6 prefix holds no IPv4 address.
/// </summary>
[CollectionBuilder(typeof(NetworkSet), nameof(Of))]
public sealed class NetworkSet : IOptionList<NetworkSet>, IEquatable<NetworkSet>
{
    /// <summary>
    /// The preset of special-purpose ranges that no host on the internet has: 100.64.0.0/10 (shared, RFC 6598), 0.0.0.0/8, 224.0.0.0/4 and
    /// ff00::/8 (multicast), 255.255.255.255 (broadcast), 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 and 2001:db8::/32 (documentation),
    /// fc00::/7 (unique local), fe80::/10 (link-local).
    /// Private (RFC 1918), loopback and IPv4 link-local ranges are not in it. Source: the IANA IPv4 and IPv6 Special-Purpose Address Registries
    /// (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry) and the IANA multicast address registries.
    /// </summary>
    public const string SpecialPurpose = NetworkPresets.SpecialPurpose;

    private readonly NetworkItem[] _items;
    private readonly AddressRanges<uint> _ipv4;
    private readonly AddressRanges<UInt128> _ipv6;
    private IReadOnlyList<string>? _canonicalItems;

    // Whether any address with a first byte is in the set: most addresses are told apart by it.
    private readonly bool[] _firstBytes = new bool[256];

    private NetworkSet(NetworkItem[] items)
    {
        _items = items;
        Items = Array.AsReadOnly(Array.ConvertAll(items, static i => i.Text));
        var networks = items.SelectMany(static i => i.Networks).ToList();
        _ipv4 = AddressRanges<uint>.Of(networks.Where(static n => n.IsIPv4).Select(static n => ((uint)n.First, (uint)n.Last)));
        foreach (var (first, last) in _ipv4) Array.Fill(_firstBytes, true, (int)(first >> 24), (int)(last >> 24) - (int)(first >> 24) + 1);
        _ipv6 = AddressRanges<UInt128>.Of(networks.Where(static n => !n.IsIPv4).Select(static n => (n.First, n.Last)));
    }

    /// <summary>The set without an address.</summary>
    public static NetworkSet Empty { get; } = new([]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The fewest networks that make up the set, in order of address, IPv4 first.</summary>
    public IReadOnlyList<string> CanonicalItems => _canonicalItems ??=
    [
        .. _ipv4.SelectMany(static r => NetworkRange.Covering(true, r.First, r.Last)).Select(static n => n.ToString()),
        .. _ipv6.SelectMany(static r => NetworkRange.Covering(false, r.First, r.Last)).Select(static n => n.ToString()),
    ];

    /// <summary>The set of these networks, addresses and presets.</summary>
    /// <exception cref="FormatException">An item is none of these; the message names it.</exception>
    public static NetworkSet Of(params ReadOnlySpan<string> items) => FromItems(items.ToArray());

    /// <inheritdoc/>
    public static NetworkSet FromItems(IEnumerable<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var read = items.Select(NetworkItem.Parse).ToArray();
        return read.Length == 0 ? Empty : new(read);
    }

    /// <summary>Reads items with commas between them; an empty text is the empty set.</summary>
    /// <exception cref="FormatException">An item is not a network, an address or a preset; the message names it.</exception>
    public static NetworkSet Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.IsNullOrWhiteSpace(text) ? Empty : FromItems(text.Split(','));
    }

    /// <summary>Whether two items stand for the same addresses, however they are written.</summary>
    public static bool IsSameItem(string left, string right) =>
        NetworkItem.TryParse(left, out var a, out _) && NetworkItem.TryParse(right, out var b, out _) && a.Networks.SequenceEqual(b.Networks);

    /// <summary>Whether an address lies in one of the networks; null does not.</summary>
    public bool Contains(IPAddress? address)
    {
        if (address is null) return false;
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            var ipv4 = AddressValue.IPv4(address);
            return _firstBytes[ipv4 >> 24] && _ipv4.Contains(ipv4);
        }

        var value = AddressValue.Of(address);
        return AddressValue.IsIPv4(value) ? _ipv4.Contains((uint)value) : _ipv6.Contains(value);
    }

    /// <summary>
    /// The first item that holds an address, as given (a preset with its network, as in <c>special-purpose (100.64.0.0/10)</c>); null when none does.
    /// </summary>
    public string? Find(IPAddress? address)
    {
        if (address is null) return null;
        var value = AddressValue.Of(address);
        foreach (var item in _items)
        {
            if (item.Find(value) is { } found) return found;
        }

        return null;
    }

    /// <summary>The items, in order.</summary>
    public IEnumerator<string> GetEnumerator() => Items.GetEnumerator();

    /// <summary>Whether both hold the same addresses, however they are written.</summary>
    public bool Equals(NetworkSet? other) => other is not null && _ipv4.Equals(other._ipv4) && _ipv6.Equals(other._ipv6);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NetworkSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_ipv4, _ipv6);

    /// <summary>The items when they are short, such as <c>[10.0.0.0/8, ::1]</c>, or else their number, such as <c>[6 networks]</c>.</summary>
    public override string ToString() => ItemsText.Of(Items, "networks");
}
