namespace DetectionKit;

/// <summary>Gathers the keys that come nearest to one that has no events: of each part asked for the nearest value, and the keys with most parts alike.</summary>
internal sealed class KeyNeighbours(KeyPattern pattern)
{
    private const int MostValues = 10_000;
    private const int MostKeys = 3;
    private readonly Dictionary<string, HashSet<string>> _values = pattern.Parts.ToDictionary(part => part.Name, _ => new HashSet<string>(StringComparer.Ordinal));
    private readonly HashSet<AlertKey> _nearest = [];
    private int _likeness = 1;

    internal void Add(AlertKey key)
    {
        foreach (var part in pattern.Parts)
        {
            var values = _values[part.Name];
            if (values.Count < MostValues) values.Add(ValueText.Of(key[part.Name]));
        }

        var likeness = pattern.Likeness(key);
        if (likeness < _likeness) return;
        if (likeness > _likeness) _nearest.Clear();
        _likeness = likeness;
        if (_nearest.Count < MostKeys) _nearest.Add(key);
    }

    /// <summary>A line for each part whose value no event has; when each value occurs, the keys with most of them.</summary>
    internal IReadOnlyList<string> Describe()
    {
        var missing = pattern.Parts.Where(part => !_values[part.Name].Contains(ValueText.Of(part.Value))).ToList();
        if (missing.Count > 0) return [.. missing.Select(Describe)];
        return _nearest.Count == 0 ? ["There are no events at all."] : [.. _nearest.Order().Select(key => $"No event has all parts together; nearest: {KeyText.Of(key.Parts)}")];
    }

    private string Describe(AlertKeyPart part)
    {
        var asked = ValueText.Of(part.Value);
        return NearestName.Of(asked, _values[part.Name].Order(StringComparer.Ordinal)) is { } nearest
            ? $"No event has {part.Name} = {asked}; the nearest of {ExplanationText.Counted(_values[part.Name].Count, "value")} is {nearest}."
            : $"No event has {part.Name} = {asked}: there are no events at all.";
    }
}
