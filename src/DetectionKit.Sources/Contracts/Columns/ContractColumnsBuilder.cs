using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Contracts.Storage;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Contracts.Columns;

/// <summary>
/// Makes the columns of a user's event type, where its contract says no more than which property is which member, and the type keeps what it is given: then what is not read need not be decoded. Where they do
/// more (a converter of the type, what to do with unknown properties, a setter that computes, …) every event is made by them.
/// </summary>
internal sealed class ContractColumnsBuilder<T>(JsonTypeInfo<T> contract, EventReads<T> reads, int size)
{
    private readonly List<(string Name, int Field)> _fields = [];
    private readonly KeptMembers<T> _kept = new(contract);

    /// <summary>The columns; null when there can't be any.</summary>
    public IEventColumns<T>? Build()
    {
        if (reads.Members is null || !IsPlain() || !_kept.AreAll) return null;
        List<ContractColumn<T>> columns = [];
        foreach (var member in reads.Members)
        {
            if (ColumnOf(member) is not { } column) return null;
            columns.Add(column);
        }

        if (Maker([.. columns.Select(column => column.Member)]) is not { } make) return null;
        var required = contract.Properties.Where(property => property.IsRequired).Select(property => FieldOf(property.Name)).ToArray();
        var scope = new FieldScope([.. _fields], [], contract.Options.PropertyNameCaseInsensitive) { RefusesRepeated = true };
        return new ContractColumns<T>([.. columns], scope, _fields.Count, required, make, reads, size);
    }

    // Trailing commas and comments are errors to the scanner, which leaves records that have one to the contract.
    private bool IsPlain() => contract.Kind == JsonTypeInfoKind.Object
        && contract is { UnmappedMemberHandling: null or JsonUnmappedMemberHandling.Skip, PolymorphismOptions: null, OnDeserialized: null, OnDeserializing: null }
        && contract.Options is { ReferenceHandler: null, MaxDepth: 0 or 64, AllowDuplicateProperties: true, UnmappedMemberHandling: JsonUnmappedMemberHandling.Skip }
        && !contract.Properties.Any(property => property.IsExtensionData || property.ObjectCreationHandling is JsonObjectCreationHandling.Populate);

    private static Type? TypeOf(string member) => typeof(T).GetProperty(member)?.PropertyType ?? typeof(T).GetField(member)?.FieldType;

    private JsonPropertyInfo? PropertyOf(string member) =>
        contract.Properties.FirstOrDefault(property => property.AttributeProvider is MemberInfo info ? info.Name == member : property.Name == member && property.PropertyType == TypeOf(member));

    private int FieldOf(string name)
    {
        var known = _fields.FindIndex(field => field.Name == name);
        if (known >= 0) return known;
        _fields.Add((name, _fields.Count));
        return _fields.Count - 1;
    }

    private ContractColumn<T>? ColumnOf(string member)
    {
        if (PropertyOf(member) is not { } property || property.PropertyType != TypeOf(member) || !_kept.IsKept(property)) return null;
        var of = typeof(ContractColumnsBuilder<T>).GetMethod(nameof(Make), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(property.PropertyType);
        return (ContractColumn<T>?)of.Invoke(this, BindingFlags.DoNotWrapExceptions, null, [member, property], null);
    }

    private ContractColumn<T>? Make<V>(string member, JsonPropertyInfo property)
    {
        if (ValuesOf<V>(property) is not { Kind: JsonTypeInfoKind.None } values) return null;
        var e = Expression.Parameter(typeof(T), "e");
        var access = Expression.Lambda<Func<T, V>>(Expression.PropertyOrField(e, member), e);
        var unwritten = new UnwrittenValues<V>(_kept.BeginsAlike(property));
        return typeof(V).IsValueType && !typeof(V).IsEnum
            ? new PlainContractColumn<T, V>(access, member, FieldOf(property.Name), values, unwritten, IsOfJson(values), size)
            : new CodedContractColumn<T, V>(access, member, FieldOf(property.Name), values, unwritten, isText: typeof(V) == typeof(string) && IsOfJson(values), size);
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

    // Whether values are decoded as System.Text.Json does it by itself; what may be null, by what decodes the others.
    private bool IsOfJson(JsonTypeInfo values) => values.Converter.GetType().Assembly == typeof(JsonSerializer).Assembly
        && (Nullable.GetUnderlyingType(values.Type) is not { } other || (contract.Options.TryGetTypeInfo(other, out var info) && IsOfJson(info)));

    // An event for evidence: what is read of it, and nothing else.
    private Func<Func<int, object?>[], int, T>? Maker(string[] members)
    {
        var setters = members.Select(SetterOf).ToArray();
        if (contract.CreateObject is { } create)
        {
            if (setters.Any(set => set is null)) return null;
            return (getters, row) =>
            {
                object made = create()!;
                for (var i = 0; i < members.Length; i++) setters[i]!(made, getters[i](row));
                return (T)made;
            };
        }

        if (contract.ConstructorAttributeProvider is not ConstructorInfo constructor) return null;
        var parameters = constructor.GetParameters();
        var sources = parameters.Select(parameter => Array.FindIndex(members, member => member.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase))).ToArray();
        var rest = Enumerable.Range(0, members.Length).Except(sources).ToArray();
        if (rest.Any(i => setters[i] is null)) return null;
        return (getters, row) =>
        {
            var made = constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. parameters.Select((parameter, i) => sources[i] >= 0 ? getters[sources[i]](row) : Missing(parameter))], null);
            foreach (var i in rest) setters[i]!(made, getters[i](row));
            return (T)made;
        };
    }

    // That of a generated contract refuses a member that can only be set at the beginning.
    private static Action<object, object?>? SetterOf(string member) => ((MemberInfo?)typeof(T).GetProperty(member) ?? typeof(T).GetField(member)) switch
    {
        PropertyInfo { SetMethod: not null } property => property.SetValue,
        FieldInfo field => field.SetValue,
        _ => null,
    };

    private static object? Missing(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
}
