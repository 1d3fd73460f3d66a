using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Mapping;

/// <summary>
/// Where paths with dots may stand in a record: <c>a.b</c> is a property of that name, or else <c>b</c> in an object <c>a</c>. Each such place has a number among the scanned fields.
/// </summary>
internal sealed class MappedPaths
{
    private readonly Place _root = new();
    private readonly List<ScopeMarks> _marks = [];
    private int _count;

    /// <summary>How many fields there are.</summary>
    public int Count => _count;

    /// <summary>What tells of the objects that are gone into.</summary>
    public IReadOnlyList<ScopeMarks> Marks => _marks;

    /// <summary>The fields that a path may be, in the order in which they count.</summary>
    public int[] Add(string path) => [.. Add(_root, path)];

    /// <summary>What is looked for in a record.</summary>
    /// <param name="room">See <see cref="FieldScope.Room"/>.</param>
    public FieldScope Scope(int room) => ScopeOf(_root, room);

    private IEnumerable<int> Add(Place place, string path)
    {
        yield return FieldOf(place, path);
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            var name = path[..dot];
            if (!place.Inner.TryGetValue(name, out var inner))
            {
                place.Inner[name] = inner = new() { Mark = _count++ };
                _marks.Add(new(FieldOf(place, name), inner.Mark));
            }

            foreach (var field in Add(inner, path[(dot + 1)..])) yield return field;
        }
    }

    private int FieldOf(Place place, string name)
    {
        if (!place.Fields.TryGetValue(name, out var field)) place.Fields[name] = field = _count++;
        return field;
    }

    private static FieldScope ScopeOf(Place place, int room = 0) =>
        new([.. place.Fields.Select(field => (field.Key, field.Value))], [.. place.Inner.Select(inner => (inner.Key, ScopeOf(inner.Value)))]) { RefusesRepeated = true, Mark = place.Mark, Room = room };

    // An object: what is looked for in it.
    private sealed class Place
    {
        public Dictionary<string, int> Fields { get; } = [];

        public Dictionary<string, Place> Inner { get; } = [];

        public int Mark { get; init; } = FieldNames.None;
    }
}
