using System.Linq.Expressions;

namespace DetectionKit.Testing.Mutations;

/// <summary>Changes keys, windows and aggregates.</summary>
internal static class AggregateMutator
{
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
                var hopping = call.Method.DeclaringType!.Assembly.GetTypes().SelectMany(t => t.GetMethods()).First(m => m is { Name: "Hopping", IsStatic: true } && m.ReturnType == typeof(WindowSpec));
                yield return new("tumbling to hopping", NodeReplacer.Replace(window, call, Expression.Call(hopping, kinds, size, Expression.Divide(size, Expression.Constant(2.0)))));
            }
        }
    }

    /// <summary>An aggregate in the place of its neighbour: the number of events for that of distinct values, the least for the greatest, the first for the last. The filter of a pane dropped.</summary>
    internal static IEnumerable<ExpressionChange> OfResult(LambdaExpression result)
    {
        foreach (var call in NodeFinder.Of(result.Body).OfType<MethodCallExpression>())
        {
            if (call is { Method: { Name: "CountDistinct", IsGenericMethod: true }, Arguments: [var pane, _] })
            {
                var count = typeof(Pane<>).Assembly.GetTypes().SelectMany(t => t.GetMethods()).First(m => m is { Name: "Count", IsStatic: true, IsGenericMethod: true } && m.GetParameters() is [{ ParameterType.IsGenericType: true } only] && only.ParameterType.GetGenericTypeDefinition() == typeof(Pane<>));
                yield return new("CountDistinct to Count", NodeReplacer.Replace(result, call, Expression.Call(count.MakeGenericMethod(call.Method.GetGenericArguments()[0]), pane)));
            }

            if (Opposite(call.Method.Name) is { } name && call is { Method.IsGenericMethod: true, Arguments: [var of, var selector] } && IsPane(of.Type))
            {
                var other = call.Method.DeclaringType!.Assembly.GetTypes().SelectMany(t => t.GetMethods()).FirstOrDefault(m => m.Name == name && m is { IsStatic: true, IsGenericMethod: true } && m.GetParameters().Length == 2 && m.GetGenericArguments().Length == call.Method.GetGenericArguments().Length);
                if (other is not null) yield return new($"{call.Method.Name} to {name}", NodeReplacer.Replace(result, call, Expression.Call(other.MakeGenericMethod(call.Method.GetGenericArguments()), of, selector)));
            }

            if (call is { Method.Name: "Where", Object: { } unfiltered } && IsPane(unfiltered.Type)) yield return new("filter of the pane dropped", NodeReplacer.Replace(result, call, unfiltered));
        }
    }

    private static string? Opposite(string name) => name switch { "Min" => "Max", "Max" => "Min", "First" => "Last", "Last" => "First", _ => null };

    private static bool IsPane(Type type)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && current.GetGenericTypeDefinition() == typeof(Pane<>)) return true;
        }

        return false;
    }
}
