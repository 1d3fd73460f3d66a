using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using DetectionKit.Networks.Lists;

namespace DetectionKit.Networks;

/// <summary>
/// The networks of providers that rent servers out, as an option: the list that this package embeds, a MaxMind database, or a list of one's own.
/// Written as a text: <c>embedded</c>, <c>none</c>, or the path of a file. Thread-safe.
/// </summary>
public sealed class HostingNetworks : IParsable<HostingNetworks>, IExampleValues
{
    private static readonly Lazy<string> s_embedded = new(() => string.Create(CultureInfo.InvariantCulture, $"{EmbeddedText}:{EmbeddedList.Date:yyyy-MM-dd}"));
    private const string NoneText = "none", EmbeddedText = "embedded";
    private readonly string _text;
    private readonly Func<HostingList>? _read;
    private volatile HostingList? _list;

    private HostingNetworks(string text, HostingList? list, Func<HostingList>? read) => (_text, _list, _read) = (text, list, read);

    /// <summary>No network at all.</summary>
    public static HostingNetworks None { get; } = new(NoneText, HostingList.Empty, null);

    /// <summary>
    /// The list that this package embeds: the address ranges of some 200 autonomous systems of hosting providers, from RouteViews, NRO and DB-IP (CC-BY-4.0). It is read when it is first asked.
    /// </summary>
    public static HostingNetworks Embedded { get; } = new(EmbeddedText, null, EmbeddedList.Read);

    /// <summary>When the list was made; null where that is not known. Of a file: the date that it states, else when it was last written.</summary>
    public DateOnly? Date => ReferenceEquals(this, Embedded) ? EmbeddedList.Date : List.Date;

    IEnumerable<string> IExampleValues.Examples => List.Example is { } address ? [address.ToString()] : [];

    private HostingList List => _list ??= _read!();

    /// <summary>A list of networks, each in CIDR form, as one address, or as a range, with the provider's name.</summary>
    /// <param name="networks">The networks; of those within each other the longest prefix counts.</param>
    /// <exception cref="FormatException">One is no network.</exception>
    public static HostingNetworks Of(params ReadOnlySpan<(string Network, string Provider)> networks)
    {
        var map = NetworkMap<HostingProvider>.Of(networks.ToArray().Select(network => KeyValuePair.Create(network.Network, new HostingProvider(network.Provider, null))));
        return new(string.Join(';', networks.ToArray().Select(network => $"{network.Network}={network.Provider}")), new MappedList(map, null), null);
    }

    /// <summary>
    /// The list in a file: a MaxMind database (<c>.mmdb</c>) with autonomous systems, or with hosting providers marked; or a text of which each line is a network (<c>192.0.2.0/24,Provider</c>), an autonomous system
    /// (<c>AS64496,Provider</c>), or a range of one (<c>192.0.2.0,192.0.2.255,64496</c>). A line <c># date: 2026-06-17</c> states its date. It may be compressed by gzip.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file is not there or can't be read so; the message says where.</exception>
    public static HostingNetworks FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = System.IO.Path.GetFullPath(path);
        HostingList Read() => ListFile.Read(full);
        return new(path, Read(), Read) { Path = full };
    }

    /// <summary>The file's whole path; null for a list that is in none.</summary>
    public string? Path { get; private init; }

    /// <summary>Reads <c>embedded</c>, <c>none</c>, or the path of a file.</summary>
    /// <exception cref="FormatException">It is the date of another embedded list, or a file that can't be read.</exception>
    public static HostingNetworks Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        if (s.Equals(NoneText, StringComparison.OrdinalIgnoreCase)) return None;
        if (s.Equals(EmbeddedText, StringComparison.OrdinalIgnoreCase) || s.Equals(Embedded.ToString(), StringComparison.OrdinalIgnoreCase)) return Embedded;
        if (s.StartsWith(EmbeddedText + ":", StringComparison.OrdinalIgnoreCase)) throw new FormatException($"This build embeds the list of {Embedded.Date:yyyy-MM-dd}, and not that of {s[(EmbeddedText.Length + 1)..]}: write {EmbeddedText}, or install the package that has it.");
        return s.Length == 0 ? throw new FormatException($"Write {EmbeddedText}, {NoneText}, or the path of a list.") : FromFile(s);
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out HostingNetworks result)
    {
        try
        {
            result = s is null ? null : Parse(s, provider);
        }
        catch (FormatException)
        {
            result = null;
        }

        return result is not null;
    }

    /// <summary>Who rents out the server at an address; null where nobody is known to, and of null.</summary>
    public HostingProvider? Find(IPAddress? address) => address is null ? null : List.Find(address);

    /// <summary>Whether an address is a hosting provider's; null is not.</summary>
    public bool Contains(IPAddress? address) => Find(address) is not null;

    /// <summary>Whether a text is an address of a hosting provider; a name is not.</summary>
    public bool Contains(string? address) => Contains(Address(address));

    /// <summary>Who rents out the server at an address, and as of when: <c>DigitalOcean (AS14061), listed 2026-06-17</c>. Null where nobody is known to.</summary>
    public string? Describe(IPAddress? address)
    {
        if (address is null) return null;
        var list = List;
        return list.Find(address) is not { } provider ? null : list.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $"{provider}, listed {date:yyyy-MM-dd}") : provider.ToString();
    }

    /// <inheritdoc cref="Describe(IPAddress)"/>
    public string? Describe(string? address) => Describe(Address(address));

    /// <summary>Reads the file again, while others ask: they see all of the old list or all of the new one. Of a list that is in no file it does nothing.</summary>
    /// <exception cref="FormatException">It can't be read; the list stays as it was.</exception>
    public void Reload()
    {
        if (Path is not null) _list = _read!();
    }

    /// <summary>What is written for it: with its date where it is embedded, so that options under another list are other options.</summary>
    public override string ToString() => ReferenceEquals(this, Embedded) ? s_embedded.Value : _text;

    private static IPAddress? Address(string? text) => IPAddress.TryParse(text, out var address) ? address : null;
}
