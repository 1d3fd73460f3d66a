using System.Globalization;

namespace DetectionKit.Networks.Lists;

/// <summary>The autonomous systems of hosting providers that this package keeps, with each provider's name.</summary>
internal static class HostingSystems
{
    private static readonly Lazy<Dictionary<long, string>> s_names = new(Read);

    internal static string? NameOf(long system) => s_names.Value.GetValueOrDefault(system);

    internal static IReadOnlyDictionary<long, string> All => s_names.Value;

    /// <summary>Reads them from the list that is embedded.</summary>
    internal static Dictionary<long, string> Read()
    {
        using var text = new StreamReader(typeof(HostingSystems).Assembly.GetManifestResourceStream("hosting-systems.csv")!);
        var names = new Dictionary<long, string>();
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var parts = line.Split(',', 3);
            names.Add(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
        }

        return names;
    }
}
