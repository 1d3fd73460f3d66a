using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>A key expression taken apart: its parts with their names, and the struct that holds their codes while events are counted.</summary>
internal sealed class KeyShape
{
    private readonly LambdaExpression? _key;
    private readonly List<KeyPart> _parts = [];
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
                for (var i = 0; i < members.Count; i++) _parts.Add(new(members[i].Name, made.Arguments[i]));
                break;
            case MethodCallExpression { Method: { Name: nameof(ValueTuple.Create), DeclaringType: { } type } } created when type == typeof(ValueTuple):
                _created = created;
                for (var i = 0; i < created.Arguments.Count; i++) _parts.Add(new($"Item{i + 1}", created.Arguments[i]));
                break;
            case MemberExpression member:
                _parts.Add(new(member.Member.Name, member));
                break;
            case var whole:
                _parts.Add(new("Key", whole));
                break;
        }

        Type = TypeFrom(0);
    }

    /// <summary>The struct.</summary>
    internal Type Type { get; }

    internal IReadOnlyList<KeyPart> Parts => _parts;

    /// <summary>The values of the parts, of a row.</summary>
    internal IEnumerable<Expression> Values(RowBinding row)
    {
        if (_key is null) return [];
        var rewriter = new RowRewriter(new Dictionary<ParameterExpression, RowBinding> { [_key.Parameters[0]] = row });
        return _parts.Select(part => rewriter.Visit(part.Value));
    }

    /// <summary>Where the values of the parts lie, of those that come from dictionary columns and get their codes by the block; null for the others.</summary>
    internal IEnumerable<DictionaryMember?> DictionaryMembers(RowBinding row)
    {
        if (_key is null) return [];
        var rewriter = new RowRewriter(new Dictionary<ParameterExpression, RowBinding> { [_key.Parameters[0]] = row });
        return _parts.Select(part => part.IsEncodedByTheBlock ? rewriter.Resolve(part.Value)?.Dictionary : null);
    }

    internal KeyColumns<TKey> MakeColumns<TKey>()
        where TKey : struct, IGroupKey<TKey> => new([.. _parts.Select(part => part.Name)], [.. _parts.Select(part => part.MakeColumn())]);

    /// <summary>A column, as the type that it is.</summary>
    /// <param name="columns">The array of columns.</param>
    /// <param name="part">Which of them.</param>
    internal Expression Column(Expression columns, int part) => Expression.Convert(Expression.ArrayIndex(columns, Expression.Constant(part)), _parts[part].ColumnType);

    /// <summary>The code that makes the struct of codes.</summary>
    internal Expression Pack(IReadOnlyList<Expression> codes)
    {
        if (codes.Count == 0) return Expression.Default(typeof(KeyEnd));
        Expression key = Expression.New(TypeFrom(codes.Count - 1).GetConstructors()[0], codes[^1]);
        for (var i = codes.Count - 2; i >= 0; i--) key = Expression.New(TypeFrom(i).GetConstructors()[0], codes[i], key);
        return key;
    }

    // Stryker disable once String : the names of variables are for those who read the code that is made
    /// <summary>The loop that makes the keys of a block.</summary>
    internal Expression<KeyPacker<TKey>> CompilePacker<TKey>()
    {
        var columns = Expression.Parameter(typeof(KeyColumn[]), "columns");
        var keys = Expression.Parameter(typeof(TKey[]), "keys");
        var count = Expression.Parameter(typeof(int), "count");
        var locals = new LoopLocals();
        var index = locals.Add("i", Expression.Constant(0));
        var codes = _parts.Select((part, i) => locals.Add(part.Name, Expression.Field(Column(columns, i), nameof(KeyColumn<>.Codes)))).ToList();
        var loop = LoopCompiler.Counted(index, count, Expression.Assign(Expression.ArrayAccess(keys, index), Pack([.. codes.Select(column => Expression.ArrayIndex(column, index))])));
        return Expression.Lambda<KeyPacker<TKey>>(Expression.Block(typeof(void), locals.Variables, [.. locals.Code, loop]), columns, keys, count);
    }

    /// <summary>What <c>w.Key</c> is, given the struct and the columns.</summary>
    internal RowBinding Bind(Expression key, Expression columns)
    {
        var values = new List<Expression>();
        for (var i = 0; i < _parts.Count; i++)
        {
            values.Add(Expression.Call(Column(columns, i), nameof(KeyColumn<,>.ValueOf), null, Expression.Field(key, nameof(KeyLast<>.Code))));
            if (i < _parts.Count - 1) key = Expression.Field(key, nameof(KeyCell<,>.Rest));
        }

        if (_made is null && _created is null) return RowBinding.Of(values[0]);
        var members = _parts.Select((part, i) => (part.Name, Value: RowBinding.Of(values[i]))).ToDictionary(part => part.Name, part => part.Value);
        return RowBinding.Of(() => _made is not null ? Expression.New(_made.Constructor!, values, _made.Members) : Expression.Call(_created!.Method, values), members);
    }

    private Type TypeFrom(int part)
    {
        if (_parts.Count == 0) return typeof(KeyEnd);
        return part == _parts.Count - 1
            ? typeof(KeyLast<>).MakeGenericType(_parts[part].CodeType)
            : typeof(KeyCell<,>).MakeGenericType(_parts[part].CodeType, TypeFrom(part + 1));
    }
}
