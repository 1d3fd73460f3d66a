using System.Globalization;
using System.Net;

namespace DetectionKit.Networks.Lists;

/// <summary>
/// A list as text, a line each: a network with its provider, an autonomous system with its provider, or a range of an autonomous system. Ranges count where their system is a hosting provider's: one that
/// the package keeps, or one that the list names. So a table of all systems may follow the few that count.
/// </summary>
internal sealed class ListText
{
    private const string DateMark = "# date:";
    private readonly string _name;
    private readonly Dictionary<long, (HostingProvider Provider, int Line)> _systems = [];
    private readonly List<KeyValuePair<NetworkRange, HostingProvider>> _networks = [];
    private readonly List<(NetworkRange Range, long System)> _ranges = [];
    private DateOnly? _date;
    private int _line;

    private ListText(string name, DateOnly? date) => (_name, _date) = (name, date);

    internal static HostingList Read(TextReader text, string name, DateOnly? date)
    {
        var list = new ListText(name, date);
        while (text.ReadLine() is { } line)
        {
            list._line++;
            list.Add(line.Trim());
        }

        return list.Made();
    }

    internal static bool TryReadDate(string line, out DateOnly date) =>
        DateOnly.TryParseExact(line.StartsWith(DateMark, StringComparison.OrdinalIgnoreCase) ? line[DateMark.Length..].Trim() : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private void Add(string line)
    {
        if (line.StartsWith(DateMark, StringComparison.OrdinalIgnoreCase))
        {
            _date = TryReadDate(line, out var date) ? date : throw Bad($"'{line[DateMark.Length..].Trim()}' is no date such as 2026-06-17");
            return;
        }

        if (line.Length == 0 || line[0] == '#') return;
        var parts = line.Split(',', 4, StringSplitOptions.TrimEntries);
        if (parts[0].StartsWith("AS", StringComparison.OrdinalIgnoreCase)) AddSystem(System(parts[0][2..]), parts);
        else if (parts.Length >= 3 && IPAddress.TryParse(parts[1], out _)) AddRange($"{parts[0]}-{parts[1]}", System(parts[2]));
        else AddNetwork(parts);
    }

    private void AddSystem(long number, string[] parts) =>
        _systems[number] = (new(parts.Length > 1 && parts[1].Length > 0 ? parts[1] : HostingSystems.NameOf(number) ?? FormattableString.Invariant($"AS{number}"), number), _line);

    private void AddRange(string range, long number)
    {
        _ranges.Add((Network(range), number));
    }

    private void AddNetwork(string[] parts)
    {
        _networks.Add(new(Network(parts[0]), new(parts.Length > 1 && parts[1].Length > 0 ? parts[1] : "a hosting provider", parts.Length > 2 && parts[2].Length > 0 ? System(parts[2]) : null)));
    }

    private HostingList Made()
    {
        var providers = _systems.ToDictionary(system => system.Key, system => system.Value.Provider);
        foreach (var (number, name) in HostingSystems.All) providers.TryAdd(number, new(name, number));
        var ranges = _ranges.Where(range => providers.ContainsKey(range.System)).Select(range => KeyValuePair.Create(range.Range, providers[range.System])).ToList();
        foreach (var (number, (provider, line)) in _systems.Where(system => !_ranges.Exists(range => range.System == system.Key)))
        {
            var own = EmbeddedList.RangesOf(number);
            if (own.Count == 0) throw new FormatException($"{_name}({line}): the networks of AS{number} are not known: add them, as networks or as ranges with their system, or give a MaxMind database.");
            ranges.AddRange(own.Select(range => KeyValuePair.Create(range, provider)));
        }

        return new MappedList(NetworkMap<HostingProvider>.OfRanges([.. ranges, .. _networks]), _date);
    }

    private long System(string text) => long.TryParse(text.StartsWith("AS", StringComparison.OrdinalIgnoreCase) ? text[2..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Bad($"'{text}' is no autonomous system: write a number such as 14061 or AS14061");

    private NetworkRange Network(string text) => NetworkRange.TryParse(text, out var range, out var reason)
        ? range
        : throw Bad($"'{text}' is no network: {reason}. Write 192.0.2.0/24,Provider or AS64496,Provider or 192.0.2.0,192.0.2.255,64496");

    private FormatException Bad(string what) => new(FormattableString.Invariant($"{_name}({_line}): {what}."));
}
