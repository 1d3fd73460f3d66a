using System.Linq.Expressions;
using System.Net;
using System.Reflection;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>The key that an explanation is asked for: values for some of the parts of an aggregate's key.</summary>
internal sealed class KeyPattern
{
    private KeyPattern(IReadOnlyList<AlertKeyPart> parts) => Parts = parts;

    /// <summary>The parts that are asked for.</summary>
    internal IReadOnlyList<AlertKeyPart> Parts { get; }

    /// <summary>Matches a given key's members with the parts of an aggregate's key, by name, ignoring case.</summary>
    /// <exception cref="ArgumentException">The key names a part that there is not, or a value that is none of its type.</exception>
    internal static KeyPattern Of(AggregateNode aggregate, object key)
    {
        var known = KeyReader.Parts(aggregate);
        var parts = new List<AlertKeyPart>();
        foreach (var (name, value) in Given(key))
        {
            var part = known.FirstOrDefault(part => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase));
            if (part.Name is null) throw Unknown(name, [.. known.Select(part => part.Name)]);
            parts.Add(new(part.Name, KeyValue.Of(part.Name, part.Type, value)));
        }

        return new(parts);
    }

    internal bool Matches(AlertKey key) => Parts.All(part => IsSame(key[part.Name], part.Value));

    /// <summary>How many of the parts a key matches.</summary>
    internal int Likeness(AlertKey key) => Parts.Count(part => IsSame(key[part.Name], part.Value));

    /// <summary>The filter on rows that come to the aggregate.</summary>
    internal LambdaExpression Predicate(AggregateNode aggregate, ParameterExpression options)
    {
        var row = Expression.Parameter(aggregate.Inputs[0].RowType, "row");
        var matches = typeof(KeyPattern).GetMethod(nameof(Matches), BindingFlags.Instance | BindingFlags.NonPublic)!;
        return Expression.Lambda(Expression.Call(Expression.Constant(this), matches, KeyReader.Read(aggregate, row)), row, options);
    }

    public override string ToString() => Parts.Count == 0 ? "any key" : KeyText.Of(Parts);

    private static IEnumerable<(string Name, object? Value)> Given(object key) => key switch
    {
        AlertKey own => own.Parts.Select(part => (part.Name, part.Value)),
        IEnumerable<KeyValuePair<string, object?>> named => named.Select(pair => (pair.Key, pair.Value)),
        IEnumerable<KeyValuePair<string, string?>> named => named.Select(pair => (pair.Key, (object?)pair.Value)),
        string => throw new ArgumentException("A key is given by its parts: new { Host = \"A\" }, or a dictionary of names and values.", nameof(key)),
        _ => key.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.GetIndexParameters().Length == 0).Select(p => (p.Name, p.GetValue(key))),
    };

    private static bool IsSame(object? value, object? asked) => value is IPAddress address ? ValueEquality<IPAddress?>.Comparer.Equals(address, asked as IPAddress) : Equals(value, asked);

    private static ArgumentException Unknown(string name, List<string> known) => new(known.Count == 0
        ? $"The detection groups by no key, so there is no part {name}: pass new {{ }}."
        : $"The key has no part {name}; the nearest is {NearestName.Of(name, known)}. It has {string.Join(", ", known)}.", "key");
}
