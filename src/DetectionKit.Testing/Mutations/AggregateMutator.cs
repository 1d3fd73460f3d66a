using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Testing.Mutations;

/// <summary>Changes windows and aggregates.</summary>
internal static class AggregateMutator
{
    private static readonly MethodInfo s_count = Word(typeof(PaneCount), nameof(PaneCount.Count));
    private static readonly MethodInfo s_hopping = Word(typeof(HoppingWindowKind), nameof(HoppingWindowKind.Hopping));

    private static readonly MethodInfo s_tumbling = Word(typeof(TumblingWindowKind), nameof(TumblingWindowKind.Tumbling));
    private static readonly MethodInfo s_sliding = Word(typeof(SlidingWindowKind), nameof(SlidingWindowKind.Sliding));
    private static readonly MethodInfo s_countDistinct = typeof(PaneCountDistinct).GetMethods().First(method => method.Name == nameof(PaneCountDistinct.CountDistinct));

    private static readonly Dictionary<MethodInfo, MethodInfo> s_opposites = new()
    {
        [Word(typeof(PaneMin), nameof(PaneMin.Min))] = Word(typeof(PaneMax), nameof(PaneMax.Max)),
        [Word(typeof(PaneMax), nameof(PaneMax.Max))] = Word(typeof(PaneMin), nameof(PaneMin.Min)),
        [Word(typeof(PaneFirst), nameof(PaneFirst.First))] = Word(typeof(PaneLast), nameof(PaneLast.Last)),
        [Word(typeof(PaneLast), nameof(PaneLast.Last))] = Word(typeof(PaneFirst), nameof(PaneFirst.First)),
    };

    /// <summary>Each length of a window, halved and doubled; windows of another kind.</summary>
    internal static IEnumerable<ExpressionChange> OfWindow(LambdaExpression window)
    {
        foreach (var call in NodeFinder.Of(window.Body).OfType<MethodCallExpression>().Where(call => typeof(WindowSpec).IsAssignableFrom(call.Type)))
        {
            foreach (var length in call.Arguments.Where(argument => argument.Type == typeof(TimeSpan)))
            {
                yield return new("window halved", NodeReplacer.Replace(window, length, Expression.Divide(length, Expression.Constant(2.0))));
                yield return new("window doubled", NodeReplacer.Replace(window, length, Expression.Multiply(length, Expression.Constant(2.0))));
            }

            if (call is { Method.Name: "Tumbling", Arguments: [var kinds, var size] })
            {
                yield return new("tumbling to hopping", NodeReplacer.Replace(window, call, Expression.Call(s_hopping, kinds, size, Expression.Divide(size, Expression.Constant(2.0)))));
                yield return new("tumbling to sliding", NodeReplacer.Replace(window, call, Expression.Call(s_sliding, kinds, size)));
            }
            else if (call is { Method.Name: "Hopping" or "Session" or "Sliding", Arguments: [var kind, .., var last] })
            {
                yield return new($"{call.Method.Name.ToLowerInvariant()} to tumbling", NodeReplacer.Replace(window, call, Expression.Call(s_tumbling, kind, call.Method.Name == "Session" ? last : call.Arguments[1])));
            }
        }
    }

    /// <summary>An aggregate in the place of its neighbour: the number of events for that of distinct values, the least for the greatest, the first for the last. The filter of a pane dropped.</summary>
    internal static IEnumerable<ExpressionChange> OfResult(LambdaExpression result)
    {
        foreach (var call in NodeFinder.Of(result.Body).OfType<MethodCallExpression>())
        {
            if (call is { Method: { Name: nameof(PaneCount.Count), IsGenericMethod: true }, Arguments: [var counted] } && call.Method.GetGenericMethodDefinition() == s_count && SelectorFor(result, counted.Type) is { } selector)
                yield return new("Count to CountDistinct", NodeReplacer.Replace(result, call, Expression.Convert(Expression.Call(s_countDistinct.MakeGenericMethod(call.Method.GetGenericArguments()[0], selector.ReturnType), counted, selector), call.Type)));

            if (call is { Method: { Name: "CountDistinct", IsGenericMethod: true }, Arguments: [var pane, _] })
                yield return new("CountDistinct to Count", NodeReplacer.Replace(result, call, Expression.Call(s_count.MakeGenericMethod(call.Method.GetGenericArguments()[0]), pane)));

            if (call.Method.IsGenericMethod && s_opposites.TryGetValue(call.Method.GetGenericMethodDefinition(), out var opposite))
                yield return new($"{call.Method.Name} to {opposite.Name}", NodeReplacer.Replace(result, call, Expression.Call(opposite.MakeGenericMethod(call.Method.GetGenericArguments()), call.Arguments)));

            if (call is { Method.Name: "Where", Object: { } unfiltered } && IsPane(unfiltered.Type)) yield return new("filter of the pane dropped", NodeReplacer.Replace(result, call, unfiltered));
        }
    }

    // What the rule counts the distinct values of elsewhere.
    private static LambdaExpression? SelectorFor(LambdaExpression result, Type pane) => NodeFinder.Of(result.Body).OfType<MethodCallExpression>()
        .FirstOrDefault(call => call is { Method: { Name: "CountDistinct", IsGenericMethod: true }, Arguments: [var other, LambdaExpression] } && other.Type == pane)?.Arguments[1] as LambdaExpression;

    private static MethodInfo Word(Type type, string name) => type.GetMethod(name)!;

    private static bool IsPane(Type type)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && current.GetGenericTypeDefinition() == typeof(Pane<>)) return true;
        }

        return false;
    }
}
