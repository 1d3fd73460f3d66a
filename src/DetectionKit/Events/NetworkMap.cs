using System.Net;
using System.Net.Sockets;

namespace DetectionKit;

/// <summary>
/// What is known of networks, looked up by address: of networks within each other the longest prefix counts. Immutable; a lookup is a binary search and allocates nothing.
/// An IPv4-mapped IPv6 address is IPv4.
/// </summary>
/// <typeparam name="T">What is known of a network.</typeparam>
public sealed class NetworkMap<T>
    where T : class
{
    private readonly AddressMap<uint, T> _ipv4;
    private readonly AddressMap<UInt128, T> _ipv6;

    private NetworkMap(AddressMap<uint, T> ipv4, AddressMap<UInt128, T> ipv6) => (_ipv4, _ipv6) = (ipv4, ipv6);

    /// <summary>The map without a network.</summary>
    public static NetworkMap<T> Empty { get; } = new(new([]), new([]));

    /// <summary>How many ranges of addresses there are, none of which overlap.</summary>
    public int Count => _ipv4.Count + _ipv6.Count;

    /// <summary>The ranges in order of address, IPv4 first; none overlap.</summary>
    public IEnumerable<KeyValuePair<NetworkRange, T>> Ranges => _ipv4.Ranges.Select(range => KeyValuePair.Create(new NetworkRange(true, range.First, range.Last), range.Value))
        .Concat(_ipv6.Ranges.Select(range => KeyValuePair.Create(new NetworkRange(false, range.First, range.Last), range.Value)));

    /// <summary>The map of these networks: each in CIDR form, a single address, or two addresses with a hyphen between, <c>192.0.2.0-192.0.2.9</c>. Of the same network twice the last counts; of two ranges that overlap, the one inside, else the one that begins later.</summary>
    /// <param name="networks">The networks with what is known of each.</param>
    /// <exception cref="FormatException">One is none of these; the message names it.</exception>
    public static NetworkMap<T> Of(IEnumerable<KeyValuePair<string, T>> networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        return OfRanges(networks.Select(network => NetworkRange.TryParse(network.Key, out var range, out var reason)
            ? KeyValuePair.Create(range, network.Value)
            : throw new FormatException($"'{network.Key}' is no network: {reason}. Write 192.0.2.0/24, 192.0.2.1 or 192.0.2.0-192.0.2.9.")));
    }

    /// <inheritdoc cref="Of(IEnumerable{KeyValuePair{string, T}})" path="//*[not(self::exception)]"/>
    public static NetworkMap<T> OfRanges(IEnumerable<KeyValuePair<NetworkRange, T>> networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        var (ipv4, ipv6) = (new List<(uint First, uint Last, T Value)>(), new List<(UInt128 First, UInt128 Last, T Value)>());
        foreach (var (range, value) in networks)
        {
            if (range.IsIPv4) ipv4.Add(((uint)range.First, (uint)range.Last, value));
            else ipv6.Add((range.First, range.Last, value));
        }

        return new(new(ipv4), new(ipv6));
    }

    /// <summary>What is known of the network of an address; null where nothing is, and of null.</summary>
    public T? Find(IPAddress? address)
    {
        if (address is null) return null;
        if (address.AddressFamily == AddressFamily.InterNetwork) return _ipv4.Find(AddressValue.IPv4(address));
        var value = AddressValue.Of(address);
        return AddressValue.IsIPv4(value) ? _ipv4.Find((uint)value) : _ipv6.Find(value);
    }
}
