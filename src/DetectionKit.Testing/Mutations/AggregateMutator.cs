using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Testing.Mutations;

/// <summary>Changes keys, windows and aggregates.</summary>
internal static class AggregateMutator
{
    private static readonly MethodInfo s_count = Word(typeof(PaneCount), nameof(PaneCount.Count));
    private static readonly MethodInfo s_hopping = Word(typeof(HoppingWindowKind), nameof(HoppingWindowKind.Hopping));

    private static readonly Dictionary<MethodInfo, MethodInfo> s_opposites = new()
    {
        [Word(typeof(PaneMin), nameof(PaneMin.Min))] = Word(typeof(PaneMax), nameof(PaneMax.Max)),
        [Word(typeof(PaneMax), nameof(PaneMax.Max))] = Word(typeof(PaneMin), nameof(PaneMin.Min)),
        [Word(typeof(PaneFirst), nameof(PaneFirst.First))] = Word(typeof(PaneLast), nameof(PaneLast.Last)),
        [Word(typeof(PaneLast), nameof(PaneLast.Last))] = Word(typeof(PaneFirst), nameof(PaneFirst.First)),
    };

    /// <summary>Each part of a key in turn is made the same for all events, which is to drop it.</summary>
    internal static IEnumerable<ExpressionChange> OfKey(LambdaExpression key)
    {
        if (key.Body is not NewExpression { Members: not null } made)
        {
            yield return new("key dropped", Expression.Lambda(key.Type, Expression.Default(key.Body.Type), key.Parameters));
            yield break;
        }

        for (var i = 0; i < made.Arguments.Count; i++)
        {
            var arguments = made.Arguments.ToArray();
            arguments[i] = Expression.Default(arguments[i].Type);
            yield return new($"key part {made.Members[i].Name} dropped", Expression.Lambda(key.Type, made.Update(arguments), key.Parameters));
        }
    }

    /// <summary>Each length of a window, halved and doubled; a window that stands made to hop.</summary>
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
            }
        }
    }

    /// <summary>An aggregate in the place of its neighbour: the number of events for that of distinct values, the least for the greatest, the first for the last. The filter of a pane dropped.</summary>
    internal static IEnumerable<ExpressionChange> OfResult(LambdaExpression result)
    {
        foreach (var call in NodeFinder.Of(result.Body).OfType<MethodCallExpression>())
        {
            if (call is { Method: { Name: "CountDistinct", IsGenericMethod: true }, Arguments: [var pane, _] })
                yield return new("CountDistinct to Count", NodeReplacer.Replace(result, call, Expression.Call(s_count.MakeGenericMethod(call.Method.GetGenericArguments()[0]), pane)));

            if (call.Method.IsGenericMethod && s_opposites.TryGetValue(call.Method.GetGenericMethodDefinition(), out var opposite))
                yield return new($"{call.Method.Name} to {opposite.Name}", NodeReplacer.Replace(result, call, Expression.Call(opposite.MakeGenericMethod(call.Method.GetGenericArguments()), call.Arguments)));

            if (call is { Method.Name: "Where", Object: { } unfiltered } && IsPane(unfiltered.Type)) yield return new("filter of the pane dropped", NodeReplacer.Replace(result, call, unfiltered));
        }
    }

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
