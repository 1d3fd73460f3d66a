using System.Linq.Expressions;
using System.Net;
using System.Reflection;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>One aggregate of a pane: its implementation, what it takes of a row, and the filters of its part of the pane.</summary>
internal sealed class PaneSlot
{
    private readonly Expression _aggregate;
    private readonly Type _plainFold;
    private readonly Type _valueType;
    private readonly LambdaExpression? _selector;
    private readonly Expression? _selectorCode;
    private readonly List<LambdaExpression> _filters = [];
    private readonly ExpressionIdentity _identity;

    internal PaneSlot(MethodCallExpression call)
    {
        var on = ExpressionTrees.StripConversions(call.Arguments[0]);
        while (on is MethodCallExpression { Method.Name: nameof(Pane<>.Where), Object: { } inner } filter)
        {
            _filters.Insert(0, filter.Arguments[0] as LambdaExpression ?? throw new NotSupportedException($"{filter}: write the filter of a pane as a lambda: w.Where(c => …)."));
            on = ExpressionTrees.StripConversions(inner);
        }

        var arguments = call.Arguments.Skip(1).ToList();
        var selector = arguments.Find(argument => typeof(Delegate).IsAssignableFrom(argument.Type));
        if (selector is not null) arguments.Remove(selector);
        _selector = selector as LambdaExpression;
        _selectorCode = _selector is null ? selector : null;
        _aggregate = call.Method.GetCustomAttribute<AggregateAttribute>() is { } attribute ? Construct(call, attribute.Implementation, arguments) : ExpressionTrees.StripConversions(arguments[0]);
        var face = _aggregate.Type.GetInterfaces().Append(_aggregate.Type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregate<,,>))
            ?? throw new NotSupportedException($"{call.Method.Name}: {_aggregate.Type.Name} is no aggregate: implement IAggregate<TValue, TState, TResult>.");
        var types = face.GetGenericArguments();
        (_valueType, StateType) = (types[0], types[1]);
        ResultType = call.Type;
        _plainFold = typeof(AggregateFold<,,,>).MakeGenericType(_aggregate.Type, _valueType, StateType, types[2]);
        FoldType = _filters.Count == 0 ? _plainFold : typeof(FilteredFold<,,>).MakeGenericType(_plainFold, _valueType, StateType);
        InputType = _filters.Count == 0 ? _valueType : typeof(Filtered<>).MakeGenericType(_valueType);
        _identity = ExpressionIdentity.Of(call);
    }

    internal Type FoldType { get; }

    internal Type InputType { get; }

    internal Type StateType { get; }

    private Type ResultType { get; }

    /// <summary>Whether two calls are the same aggregate of the same values: then they share a state.</summary>
    internal bool IsSameAs(PaneSlot other) => _identity.Same(other._identity);

    /// <summary>Adds what it computes to an identity; the type of the pane, which a plan's own key is part of, is no part of it.</summary>
    internal void AddTo(ExpressionIdentity identity)
    {
        identity.Add(FoldType);
        identity.Add(_aggregate);
        identity.Add(_selector);
        identity.Add(_selectorCode);
        foreach (var filter in _filters) identity.Add(filter);
    }

    internal IEnumerable<string> ParameterOptions(ParameterExpression options) => ExpressionFacts.Of(Expression.Lambda(_aggregate, options)).Options;

    internal Expression MakeFold()
    {
        Expression fold = Expression.New(_plainFold.GetConstructors()[0], _aggregate);
        return _filters.Count == 0 ? fold : Expression.New(FoldType.GetConstructors()[0], fold);
    }

    internal Expression MakeInput(RowBinding row)
    {
        var value = Value(row);
        if (_filters.Count == 0) return value;
        var passes = _filters.Select(filter => RowRewriter.Rewrite(filter, row)).Aggregate(Expression.AndAlso);
        return Expression.Condition(passes, Expression.New(InputType.GetConstructors()[0], value), Expression.Default(InputType));
    }

    internal Expression ReadResult(Expression fold, Expression state)
    {
        if (_filters.Count > 0) fold = Expression.Field(fold, nameof(FilteredFold<,,>.Inner));
        var result = Expression.Call(fold, nameof(AggregateFold<CountAggregate, NoValue, int, int>.Result), null, state);
        return result.Type == ResultType ? result : Expression.Convert(result, ResultType);
    }

    private static NewExpression Construct(MethodCallExpression call, Type implementation, List<Expression> arguments)
    {
        if (implementation.IsGenericTypeDefinition)
        {
            var own = call.Method.GetGenericArguments();
            implementation = implementation.MakeGenericType(own[^implementation.GetGenericArguments().Length..]);
        }

        var constructor = implementation.GetConstructor([.. arguments.Select(argument => argument.Type)]);
        if (constructor is not null) return Expression.New(constructor, arguments);
        return arguments.Count == 0 && implementation.IsValueType
            ? Expression.New(implementation)
            : throw new NotSupportedException($"{call.Method.Name}: {implementation.Name} has no public constructor ({string.Join(", ", arguments.Select(argument => argument.Type.Name))}).");
    }

    private Expression Value(RowBinding row)
    {
        var value = _selector is not null ? RowRewriter.Rewrite(_selector, row)
            : _selectorCode is not null ? Expression.Invoke(_selectorCode, row.Whole)
            : _valueType == typeof(NoValue) ? Expression.Default(typeof(NoValue))
            : row.Whole;
        if (value.Type == typeof(IPAddress)) value = Expression.Call(typeof(AddressValue), nameof(AddressValue.Plain), null, value);
        return value.Type == _valueType ? value : Expression.Convert(value, _valueType);
    }
}
