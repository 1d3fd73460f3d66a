using System.Text.Json;

namespace DetectionKit.Sources.Json;

/// <summary>An object within a record: which of its properties are wanted, by field number, and which objects in it are gone into.</summary>
internal sealed class FieldScope
{
    private static readonly FieldNames s_nothing = new(("", FieldNames.None));

    private readonly FieldNames _fields;
    private readonly FieldNames _scopes;
    private readonly FieldScope[] _inner;

    public FieldScope(params ReadOnlySpan<(string Name, int Field)> fields)
        : this(fields, [])
    {
    }

    public FieldScope(ReadOnlySpan<(string Name, int Field)> fields, ReadOnlySpan<(string Name, FieldScope Scope)> scopes, bool ignoresCase = false)
    {
        _fields = fields.IsEmpty ? s_nothing : new FieldNames(fields, ignoresCase);
        var inner = scopes.ToArray();
        _inner = [.. inner.Select(s => s.Scope)];
        _scopes = inner.Length == 0 ? s_nothing : new FieldNames([.. inner.Select((s, i) => (s.Name, i))]);
    }

    /// <summary>
    /// Whether a property may be there only once. If it is there twice, its value is said to be <see cref="FieldKind.Composite"/>, for whoever reads all of its values to judge; else the last counts.
    /// </summary>
    public bool RefusesRepeated { get; init; }

    /// <summary>
    /// The number of a field that tells how often the object is there: <see cref="FieldKind.Null"/> for once, <see cref="FieldKind.Composite"/> for more, where its records are read one by one; those that have a shape have it once at most,
    /// and nothing else of its name. <see cref="FieldNames.None"/> where nobody asks.
    /// </summary>
    public int Mark { get; init; } = FieldNames.None;

    /// <summary>How many fields there are with those that nobody looks for, which whoever reads the others sets; 0 where there are none such.</summary>
    public int Room { get; init; }

    /// <summary>The highest number of a field here or within, and one.</summary>
    public int Count => Math.Max(Math.Max(Math.Max(_fields.Count, Mark + 1), Room), _inner.Length == 0 ? 0 : _inner.Max(scope => scope.Count));

    /// <summary>The number of the property at whose name a reader stands; <see cref="FieldNames.None"/> when it is not wanted.</summary>
    public int Find(ref Utf8JsonReader reader) => _fields.Find(ref reader);

    /// <summary>The number of the property of a name.</summary>
    public int Find(ReadOnlySpan<byte> name) => _fields.Find(name);

    /// <summary>The object that the property at whose name a reader stands opens; null when it is passed over.</summary>
    public FieldScope? Open(ref Utf8JsonReader reader) => _inner.Length > 0 && _scopes.Find(ref reader) is var i and >= 0 ? _inner[i] : null;
}
