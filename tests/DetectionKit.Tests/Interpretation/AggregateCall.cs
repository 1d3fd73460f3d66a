using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Tests.Interpretation;

/// <summary>A call of an aggregate on a pane, evaluated by adding one value after another.</summary>
internal sealed class AggregateCall
{
    private readonly MethodCallExpression _call;
    private readonly List<Delegate> _filters = [];
    private readonly Delegate _aggregate;
    private readonly Delegate? _selector;

    internal AggregateCall(MethodCallExpression call, ParameterExpression options)
    {
        _call = call;
        var on = Plain(call.Arguments[0]);
        for (; on is MethodCallExpression { Object: not null } filter; on = Plain(filter.Object!)) _filters.Add(OverRow((LambdaExpression)filter.Arguments[0], options));
        var rest = call.Arguments.Skip(1).ToList();
        if (rest.OfType<LambdaExpression>().FirstOrDefault() is { } selector)
        {
            _selector = OverRow(selector, options);
            rest.Remove(selector);
        }

        _aggregate = Expression.Lambda(Expression.Convert(Made(call, rest), typeof(object)), options).Compile();
    }

    internal object? Evaluate(IReadOnlyList<Row> pane, object options)
    {
        var aggregate = _aggregate.DynamicInvoke(options)!;
        var face = aggregate.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregate<,,>));
        var types = face.GetGenericArguments();
        var state = Activator.CreateInstance(types[1]);
        foreach (var row in pane)
        {
            if (!_filters.TrueForAll(filter => (bool)filter.DynamicInvoke(row.Value, options)!)) continue;
            var value = _selector is null ? Activator.CreateInstance(types[0]) : Widened(_selector.DynamicInvoke(row.Value, options), types[0]);
            var arguments = new[] { state, value, row.Time };
            face.GetMethod("Add")!.Invoke(aggregate, arguments);
            state = arguments[0];
        }

        return Widened(face.GetMethod("Result")!.Invoke(aggregate, [state]), _call.Type);
    }

    private static Expression Made(MethodCallExpression call, List<Expression> parameters)
    {
        if (call.Method.GetCustomAttribute<AggregateAttribute>()?.Implementation is not { } type) return parameters[0];
        if (type.IsGenericTypeDefinition) type = type.MakeGenericType(call.Method.GetGenericArguments()[^type.GetGenericArguments().Length..]);
        return parameters.Count == 0 ? Expression.New(type) : Expression.New(type.GetConstructor([.. parameters.Select(p => p.Type)])!, parameters);
    }

    private static Delegate OverRow(LambdaExpression lambda, ParameterExpression options) => Expression.Lambda(lambda.Body, lambda.Parameters[0], options).Compile();

    private static Expression Plain(Expression e) => e is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Plain(convert.Operand) : e;

    private static object? Widened(object? value, Type type)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        return value is null || wanted.IsInstanceOfType(value) ? value : Convert.ChangeType(value, wanted, System.Globalization.CultureInfo.InvariantCulture);
    }
}
