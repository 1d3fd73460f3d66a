using System.Reflection;
using System.Text.Json;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Mapping;

/// <summary>
/// A JSON format of your own, told by a small file: which event it gives, and where each of its members stands. <c>{ "event": "NetworkConnection", "where": { "kind": "conn" }, "fields":
/// { "Time": "ts", "Host": ["device.name", "host"], "RemoteAddress": "dst.ip", "RemotePort": "dst.port" } }</c>. Paths have dots; of several the first that is there counts.
/// </summary>
public sealed class FieldMapping : IEventFormat, IColumnFormat
{
    private readonly Type _eventType;
    private readonly IReadOnlyList<(string Path, string Value)> _where;
    private readonly IReadOnlyDictionary<string, string[]> _fields;
    private readonly IReadOnlyList<string> _required;
    private readonly MappedEvent _mapped;
    private readonly MappedMember[] _members;
    private readonly MappedRecord? _record;

    private FieldMapping(string name, Type eventType, IReadOnlyList<(string Path, string Value)> where, IReadOnlyDictionary<string, string[]> fields)
    {
        (Name, _eventType, _where, _fields) = (name, eventType, where, fields);
        _required = MappedEvent.RequiredOf(eventType);
        _mapped = new(eventType, fields);
        _members = [.. _mapped.Parameters, .. _mapped.Settable];
        _record = MappedRecord.Of([.. where.Select(condition => new TextCondition(condition.Path, condition.Value))], _members);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description => $"JSON that the mapping {Name} turns into {_eventType.Name}";

    /// <summary>Reads a mapping.</summary>
    /// <param name="path">The file.</param>
    /// <param name="eventTypes">The event types that it may name.</param>
    /// <exception cref="SourceException">The file can't be read, or says something that can't be: the message names it, the member, and what there is.</exception>
    public static FieldMapping Load(string path, IReadOnlyList<Type> eventTypes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(eventTypes);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Of(path, document.RootElement, eventTypes);
        }
        catch (JsonException e)
        {
            throw new SourceException(path, $"{path}: it is no JSON: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(path, $"{path}: it can't be read: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record) => DocumentRecognition.Holds(record, fields => Holds(fields) && _required.All(member => fields.Value(_fields[member]) is not null));

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context) => typeof(T) == _eventType
        ? (IEventDecoder<T>)typeof(FieldMapping).GetMethod(nameof(Decoder), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(typeof(T)).Invoke(this, [context])!
        : null;

    /// <inheritdoc/>
    IEventColumns<T>? IColumnFormat.ColumnsOf<T>(SourceOptions options, EventReads<T> reads) =>
        (typeof(T) == _eventType && _record is not null ? new MappedColumns<T>(_mapped.Constructor, _members, _record).Build(reads, options) : null) ?? EventColumns.Usual(options, reads);

    private MappingDecoder<T> Decoder<T>(DecoderContext context)
        where T : class =>
        new(context, new(context, Make), _record);

    private string? Make<T>(JsonDocumentFields found, out T? made)
        where T : class
    {
        made = null;
        if (!Holds(found)) return null;
        var fault = _mapped.Make(found, out var e);
        made = (T?)e;
        return fault;
    }

    private bool Holds(JsonDocumentFields fields)
    {
        foreach (var (path, value) in _where)
        {
            if (!string.Equals(fields.Text(path), value, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private static FieldMapping Of(string path, JsonElement root, IReadOnlyList<Type> eventTypes)
    {
        SourceException Wrong(string what) => new(path, $"{path}: {what}");
        if (root.ValueKind != JsonValueKind.Object) throw Wrong("a mapping is an object with \"event\" and \"fields\".");
        if (root.EnumerateObject().Select(p => p.Name).FirstOrDefault(name => name is not ("event" or "fields" or "where")) is { } unknown) throw Wrong($"it has \"{unknown}\"; a mapping has \"event\", \"fields\" and, if wanted, \"where\".");
        if (!root.TryGetProperty("event", out var named) || named.ValueKind != JsonValueKind.String) throw Wrong("\"event\" is missing: it names the event type.");
        var type = eventTypes.FirstOrDefault(t => t.Name == named.GetString()) ?? throw Wrong($"\"event\" names {named.GetString()}; there are {string.Join(", ", eventTypes.Select(t => t.Name))}.");
        if (!root.TryGetProperty("fields", out var list) || list.ValueKind != JsonValueKind.Object) throw Wrong("\"fields\" is missing: it says where each member stands.");
        var members = MappedEvent.MembersOf(type);
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var field in list.EnumerateObject())
        {
            if (!members.Contains(field.Name)) throw Wrong($"{type.Name} has no member {field.Name}; it has {string.Join(", ", members)}.");
            fields[field.Name] = field.Value.ValueKind switch
            {
                JsonValueKind.String => [field.Value.GetString()!],
                JsonValueKind.Array when field.Value.EnumerateArray().All(p => p.ValueKind == JsonValueKind.String) && field.Value.GetArrayLength() > 0 => [.. field.Value.EnumerateArray().Select(p => p.GetString()!)],
                _ => throw Wrong($"{field.Name} is neither a path nor a list of paths."),
            };
        }

        var missing = MappedEvent.RequiredOf(type).Where(member => !fields.ContainsKey(member)).ToList();
        if (missing.Count > 0) throw Wrong($"{type.Name} needs {string.Join(", ", missing)}, of which \"fields\" says nothing.");
        var where = root.TryGetProperty("where", out var conditions) && conditions.ValueKind == JsonValueKind.Object ? conditions.EnumerateObject().Select(c => (c.Name, c.Value.ToString())).ToList() : [];
        return new(Path.GetFileNameWithoutExtension(path), type, where, fields);
    }
}
