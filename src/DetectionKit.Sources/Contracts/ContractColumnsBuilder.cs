using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Members;
using DetectionKit.Sources.Members.Storage;

namespace DetectionKit.Sources.Contracts;

/// <summary>
/// Makes the columns of a user's event type, where its contract says no more than which property is which member, and the type keeps what it is given: then what is not read need not be decoded. Where they do
/// more (a converter of the type, what to do with unknown properties, a setter that computes, …) every event is made by them.
/// </summary>
internal sealed class ContractColumnsBuilder<T>(JsonTypeInfo<T> contract, EventReads<T> reads, int size)
{
    private const int MostDepth = 8;

    private readonly List<(string Name, int Field)> _fields = [];
    private readonly KeptMembers<T> _kept = new(contract);

    /// <summary>The columns; null when there can't be any.</summary>
    public IEventColumns<T>? Build()
    {
        if (reads.Members is null || !IsPlain() || !_kept.AreAll) return null;
        List<MemberColumn<T>> columns = [];
        foreach (var member in reads.Members)
        {
            if (ColumnOf(member) is not { } column) return null;
            columns.Add(column);
        }

        var maker = new EventMaker<T>(contract.CreateObject is { } create ? () => create() : null, contract.ConstructorAttributeProvider as ConstructorInfo);
        if (maker.Of([.. columns.Select(column => column.Member)]) is not { } make) return null;
        var required = contract.Properties.Where(property => property.IsRequired).Select(property => FieldOf(property.Name)).ToArray();
        var scope = new FieldScope([.. _fields], [], contract.Options.PropertyNameCaseInsensitive) { RefusesRepeated = true };
        return new MemberColumns<T>([.. columns], scope, _fields.Count, required, make, reads, size);
    }

    // Trailing commas and comments are errors to the scanner, which leaves records that have one to the contract.
    private bool IsPlain() => contract.Kind == JsonTypeInfoKind.Object
        && contract is { UnmappedMemberHandling: null or JsonUnmappedMemberHandling.Skip, PolymorphismOptions: null, OnDeserialized: null, OnDeserializing: null }
        && contract.Options is { ReferenceHandler: null, MaxDepth: 0 or 64, AllowDuplicateProperties: true, UnmappedMemberHandling: JsonUnmappedMemberHandling.Skip }
        && !contract.Properties.Any(property => property.IsExtensionData || property.ObjectCreationHandling is JsonObjectCreationHandling.Populate);

    private JsonPropertyInfo? PropertyOf(MemberInfo member) => contract.Properties.FirstOrDefault(property => property.AttributeProvider is MemberInfo info
        ? info.Name == member.Name
        : property.Name == member.Name && property.PropertyType == EventMember.TypeOf(member));

    private int FieldOf(string name)
    {
        var known = _fields.FindIndex(field => field.Name == name);
        if (known >= 0) return known;
        _fields.Add((name, _fields.Count));
        return _fields.Count - 1;
    }

    private MemberColumn<T>? ColumnOf(string member)
    {
        if (EventMember.Find(typeof(T), member) is not { } found || PropertyOf(found) is not { } property || property.PropertyType != EventMember.TypeOf(found) || !_kept.IsKept(property)) return null;
        var of = typeof(ContractColumnsBuilder<T>).GetMethod(nameof(Make), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(property.PropertyType);
        return (MemberColumn<T>?)of.Invoke(this, BindingFlags.DoNotWrapExceptions, null, [found, property], null);
    }

    private MemberColumn<T>? Make<V>(MemberInfo member, JsonPropertyInfo property)
    {
        if (ValuesOf<V>(property) is not { } values || (values.Kind != JsonTypeInfoKind.None && !IsReplaced(property))) return null;
        var access = EventMember.Access<T, V>(member);
        var reader = new ContractTokenReader<V>(values, IsOfJson(values));
        var unwritten = new UnwrittenValues<V>(_kept.BeginsAlike(property));
        return (typeof(V).IsValueType && !typeof(V).IsEnum) || !IsComparedByContent(values)
            ? new PlainMemberColumn<T, V>(access, member.Name, FieldOf(property.Name), reader, unwritten, size)
            : new CodedMemberColumn<T, V>(access, member.Name, FieldOf(property.Name), reader, unwritten, isText: typeof(V) == typeof(string) && IsOfJson(values), size);
    }

    // What decodes the values of a property; null when nothing does without the property.
    private JsonTypeInfo<V>? ValuesOf<V>(JsonPropertyInfo property)
    {
        var options = contract.Options;
        if ((property.NumberHandling ?? contract.NumberHandling ?? options.NumberHandling) != options.NumberHandling) return null;
        var converter = property.CustomConverter is JsonConverterFactory factory ? factory.CreateConverter(typeof(V), options) : property.CustomConverter;
        if (converter is not null) return converter is JsonConverter<V> own ? JsonMetadataServices.CreateValueInfo<V>(options, own) : null;
        return options.TryGetTypeInfo(typeof(V), out var info) ? info as JsonTypeInfo<V> : null;
    }

    // An object or a list that is there already may be filled instead.
    private bool IsReplaced(JsonPropertyInfo property) =>
        (property.ObjectCreationHandling ?? contract.PreferredPropertyObjectCreationHandling ?? contract.Options.PreferredObjectCreationHandling) == JsonObjectCreationHandling.Replace;

    // Whether two values that are written alike are equal, so that one may stand for both.
    private bool IsComparedByContent(JsonTypeInfo values, int depth = 0) => values.Kind switch
    {
        JsonTypeInfoKind.None => true,
        JsonTypeInfoKind.Object => depth < MostDepth && (values.Type.IsValueType || values.Type.GetMethod(nameof(Equals), [typeof(object)])?.DeclaringType != typeof(object))
            && values.Properties.All(property => contract.Options.TryGetTypeInfo(property.PropertyType, out var inner) && IsComparedByContent(inner, depth + 1)),
        _ => false,
    };

    // Whether values are decoded as System.Text.Json does it by itself; what may be null, by what decodes the others.
    private bool IsOfJson(JsonTypeInfo values) => values.Converter.GetType().Assembly == typeof(JsonSerializer).Assembly
        && (Nullable.GetUnderlyingType(values.Type) is not { } other || (contract.Options.TryGetTypeInfo(other, out var info) && IsOfJson(info)));
}
