namespace DetectionKit.GroundTruth;

/// <summary>Labels by the host that they name, the most specific first, because millions of events are asked about a few thousand labels.</summary>
internal sealed class GroundTruthIndex
{
    private readonly Dictionary<string, GroundTruthLabel[]> _byHost;
    private readonly GroundTruthLabel[] _ofAnyHost;

    public GroundTruthIndex(IReadOnlyList<GroundTruthLabel> labels)
    {
        var ordered = labels.OrderByDescending(NamedParts).ToArray();
        _ofAnyHost = [.. ordered.Where(l => HostOf(l) is null)];
        _byHost = ordered.Where(l => HostOf(l) is not null)
            .GroupBy(l => HostOf(l)!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    public GroundTruthLabel? Find(NetworkConnection connection)
    {
        var general = Array.Find(_ofAnyHost, l => l.Matches(connection));
        var ofHost = connection.Host is { } host && _byHost.TryGetValue(host, out var labels) ? Array.Find(labels, l => l.Matches(connection)) : null;
        if (general is null || ofHost is null) return ofHost ?? general;
        return NamedParts(general) > NamedParts(ofHost) ? general : ofHost;
    }

    public GroundTruthLabel? Find(string id, AlertKey key, AlertWindow window)
    {
        GroundTruthLabel? best = null;
        var most = -1;
        var host = key.Parts.FirstOrDefault(part => string.Equals(part.Name, "host", StringComparison.OrdinalIgnoreCase)).Value as string;
        Consider(_ofAnyHost);
        if (host is null)
        {
            // The key has no host that would tell labels apart.
            foreach (var labels in _byHost.Values) Consider(labels);
        }
        else if (_byHost.TryGetValue(host, out var ofHost))
        {
            Consider(ofHost);
        }

        return best;

        void Consider(GroundTruthLabel[] labels)
        {
            foreach (var label in labels)
            {
                if (label.Compare(id, key, window) is not { } compared || compared < most || (compared == most && (best!.Malicious || !label.Malicious))) continue;
                (best, most) = (label, compared);
            }
        }
    }

    // A label that wants the host missing is not a label of a host.
    private static string? HostOf(GroundTruthLabel label) => label.Key is { } key && key.TryGet("host", out var host) ? host : null;

    private static int NamedParts(GroundTruthLabel label) => label.Key?.NamedParts ?? 0;
}
