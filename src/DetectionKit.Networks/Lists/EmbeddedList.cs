using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;

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

    private static List<(NetworkRange Range, long System)> Ranges()
    {
        using var text = new MemoryStream(1 << 20);
        using (var gzip = new GZipStream(typeof(EmbeddedList).Assembly.GetManifestResourceStream(s_name)!, CompressionMode.Decompress)) gzip.CopyTo(text);
        return Ranges(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    // The list is read once in the life of a program, which has most often just begun: before the loop were known to be worth compiling well, it would have ended.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<(NetworkRange Range, long System)> Ranges(ReadOnlySpan<byte> text)
    {
        var ranges = new List<(NetworkRange, long)>(1 << 15);
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (line.IsEmpty || line[0] == (byte)'#') continue;
            var first = line.IndexOf((byte)',');
            var from = Number(line[..first]);
            var rest = line[(first + 1)..];
            var second = rest.IndexOf((byte)',');
            var to = Number(rest[..second]);
            ranges.Add((new(to <= uint.MaxValue, from, to), (long)Number(rest[(second + 1)..].TrimEnd((byte)'\r'))));
        }

        return ranges;
    }

    private static UInt128 Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out ulong number, out var used) && used == text.Length ? number : UInt128.Parse(text, CultureInfo.InvariantCulture);
}
