using System.Globalization;
using System.IO.Compression;

namespace DetectionKit.Networks.Lists;

/// <summary>The list that this package embeds; <c>build/hosting-networks</c> makes it. Its date is in the resource's name, and its addresses are numbers: so it is read in milliseconds.</summary>
internal static class EmbeddedList
{
    private const string Prefix = "hosting-networks.";
    private static readonly string s_name = typeof(EmbeddedList).Assembly.GetManifestResourceNames().Single(name => name.StartsWith(Prefix, StringComparison.Ordinal));

    internal static DateOnly Date { get; } = DateOnly.ParseExact(s_name.AsSpan(Prefix.Length, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static HostingList Read()
    {
        var providers = new Dictionary<long, HostingProvider>();
        foreach (var (system, name) in HostingSystems.All) providers.Add(system, new(name, system));
        var networks = new List<KeyValuePair<NetworkRange, HostingProvider>>();
        foreach (var (range, system) in Ranges())
        {
            if (providers.TryGetValue(system, out var provider)) networks.Add(new(range, provider));
        }

        return new MappedList(NetworkMap<HostingProvider>.OfRanges(networks), Date);
    }

    /// <summary>The ranges of one autonomous system; none of one that is not in the list.</summary>
    internal static IReadOnlyList<NetworkRange> RangesOf(long system) => [.. Ranges().Where(range => range.System == system).Select(range => range.Range)];

    private static IEnumerable<(NetworkRange Range, long System)> Ranges()
    {
        using var text = new StreamReader(new GZipStream(typeof(EmbeddedList).Assembly.GetManifestResourceStream(s_name)!, CompressionMode.Decompress));
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var (first, last) = (line.IndexOf(',', StringComparison.Ordinal), line.LastIndexOf(','));
            var (from, to) = (Number(line.AsSpan(0, first)), Number(line.AsSpan(first + 1, last - first - 1)));
            yield return (new(to <= uint.MaxValue, from, to), long.Parse(line.AsSpan(last + 1), CultureInfo.InvariantCulture));
        }
    }

    // Most are of IPv4, and a program that has just started reads 128 bits slowly.
    private static UInt128 Number(ReadOnlySpan<char> text) => text.Length < 19 ? ulong.Parse(text, CultureInfo.InvariantCulture) : UInt128.Parse(text, CultureInfo.InvariantCulture);
}
