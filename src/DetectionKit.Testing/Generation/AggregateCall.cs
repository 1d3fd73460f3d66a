using System.Linq.Expressions;
using DetectionKit.Testing.Mutations;

namespace DetectionKit.Testing.Generation;

/// <summary>An aggregate that the conditions on a pane read, and the values that they tell apart.</summary>
internal sealed class AggregateCall
{
    private AggregateCall(MethodCallExpression call, string name)
    {
        Name = name;
        Method = call.Method.Name;
        Type = call.Type;
        if (call.Arguments[0] is MethodCallExpression { Method.Name: "Where", Object: not null } part) Filter = (LambdaExpression)part.Arguments[0];
        Selector = call.Arguments.Skip(1).OfType<LambdaExpression>().FirstOrDefault();
    }

    /// <summary>What the author calls it.</summary>
    internal string Name { get; }

    /// <summary>The aggregate: Count, Sum, and so on.</summary>
    internal string Method { get; }

    internal Type Type { get; }

    /// <summary>No distinct value is there only where a value may be missing; a pane without events is none.</summary>
    private double Least => Method switch
    {
        "Count" or "LongCount" => Filter is null ? 1 : 0,
        "CountDistinct" => Selector is { ReturnType: { IsValueType: true } type } && Nullable.GetUnderlyingType(type) is null && Filter is null ? 1 : 0,
        _ => double.MinValue,
    };

    /// <summary>The condition of the part of the pane that it is about; null for all of it.</summary>
    internal LambdaExpression? Filter { get; }

    internal LambdaExpression? Selector { get; }

    /// <summary>The values, from both sides of every bound, each with the condition that its bound stands in.</summary>
    internal SortedDictionary<double, Queries.PlanExpression> Values { get; } = [];

    /// <summary>The aggregates of a path.</summary>
    internal static IReadOnlyList<AggregateCall> Of(PlanPath path)
    {
        var known = new Dictionary<string, AggregateCall>(StringComparer.Ordinal);
        foreach (var (written, condition) in path.Conditions)
        {
            foreach (var call in NodeFinder.Of(condition).OfType<MethodCallExpression>().Where(call => IsAggregate(call) && call.Type == typeof(bool)))
            {
                foreach (var truth in new double[] { 0, 1 }) Known(call).Values.TryAdd(truth, written);
            }

            foreach (var comparison in NodeFinder.Of(condition).OfType<BinaryExpression>())
            {
                Note(comparison.Left, comparison.Right, written);
                Note(comparison.Right, comparison.Left, written);
            }
        }

        return [.. known.Values];

        AggregateCall Known(MethodCallExpression call)
        {
            if (!known.TryGetValue(call.ToString(), out var found)) known.Add(call.ToString(), found = new(call, NameOf(call, path.Result!)));
            return found;
        }

        void Note(Expression side, Expression other, Queries.PlanExpression written)
        {
            if (!Constants.TryEvaluate(other, out var value) || value is null || !Events.SampleValue.IsNumber(value.GetType())) return;
            var bound = Events.SampleValue.ToNumber(value);
            foreach (var call in NodeFinder.Of(side).OfType<MethodCallExpression>().Where(IsAggregate))
            {
                var found = Known(call);
                foreach (var near in new[] { bound - 1, bound, bound + 1 }.Where(near => near >= found.Least)) found.Values.TryAdd(near, written);
            }
        }
    }

    private static bool IsAggregate(MethodCallExpression call) => call.Method.IsDefined(typeof(AggregateAttribute), false) || call.Method.DeclaringType == typeof(PaneAggregate);

    private static string NameOf(MethodCallExpression call, Expression result) =>
        result is NewExpression { Members: { } members } made && made.Arguments.ToList().FindIndex(argument => argument.ToString() == call.ToString()) is >= 0 and var i ? members[i].Name : call.Method.Name;
}
