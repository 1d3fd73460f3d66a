using System.Linq.Expressions;
using System.Net;

namespace DetectionKit.Engine;

/// <summary>A key expression taken apart: its parts with their names, and the struct that holds them while events are counted.</summary>
internal sealed class KeyShape
{
    private readonly LambdaExpression? _key;
    private readonly List<(string Name, Expression Value, Type Part)> _parts = [];
    private readonly NewExpression? _made;
    private readonly MethodCallExpression? _created;

    internal KeyShape(LambdaExpression? key)
    {
        _key = key;
        switch (key?.Body)
        {
            case null:
                break;
            case NewExpression { Members: { } members } made:
                _made = made;
                for (var i = 0; i < members.Count; i++) AddPart(members[i].Name, made.Arguments[i]);
                break;
            case MethodCallExpression { Method: { Name: nameof(ValueTuple.Create), DeclaringType: { } type } } created when type == typeof(ValueTuple):
                _created = created;
                for (var i = 0; i < created.Arguments.Count; i++) AddPart($"Item{i + 1}", created.Arguments[i]);
                break;
            case MemberExpression member:
                AddPart(member.Member.Name, member);
                break;
            case var whole:
                AddPart("Key", whole);
                break;
        }

        Type = typeof(KeyEnd);
        for (var i = _parts.Count - 1; i >= 0; i--) Type = typeof(KeyCell<,,>).MakeGenericType(_parts[i].Part, _parts[i].Value.Type, Type);
    }

    /// <summary>The struct.</summary>
    internal Type Type { get; }

    internal IReadOnlyList<string> Names => [.. _parts.Select(part => part.Name)];

    /// <summary>The code that makes the struct from a row.</summary>
    internal Expression Make(RowBinding row)
    {
        Expression cell = Expression.Default(typeof(KeyEnd));
        var rewriter = _key is null ? null : new RowRewriter(new Dictionary<ParameterExpression, RowBinding> { [_key.Parameters[0]] = row });
        for (var i = _parts.Count - 1; i >= 0; i--)
        {
            var (_, value, partType) = _parts[i];
            var part = Expression.New(partType.GetConstructors()[0], rewriter!.Visit(value));
            var type = typeof(KeyCell<,,>).MakeGenericType(partType, value.Type, cell.Type);
            cell = Expression.New(type.GetConstructors()[0], part, cell);
        }

        return cell;
    }

    /// <summary>What <c>w.Key</c> is, given the struct.</summary>
    internal RowBinding Bind(Expression key)
    {
        var values = new List<Expression>();
        foreach (var _ in _parts)
        {
            values.Add(Expression.Property(Expression.Field(key, nameof(KeyCell<,,>.Part)), nameof(IKeyPart<,>.Value)));
            key = Expression.Field(key, nameof(KeyCell<,,>.Rest));
        }

        if (_made is null && _created is null) return RowBinding.Of(values[0]);
        var members = _parts.Select((part, i) => (part.Name, Value: RowBinding.Of(values[i]))).ToDictionary(part => part.Name, part => part.Value);
        return RowBinding.Of(() => _made is not null ? Expression.New(_made.Constructor!, values, _made.Members) : Expression.Call(_created!.Method, values), members);
    }

    private void AddPart(string name, Expression value)
    {
        var type = value.Type;
        var part = type == typeof(string) ? typeof(TextPart)
            : type == typeof(IPAddress) ? typeof(AddressPart)
            : ContentShape.Of(Nullable.GetUnderlyingType(type) ?? type).Kind is ContentKind.Scalar or ContentKind.Enumeration && type.IsValueType ? typeof(ScalarPart<>).MakeGenericType(type)
            : typeof(ContentPart<>).MakeGenericType(type);
        _parts.Add((name, value, part));
    }
}
