using System.Collections;
using System.Linq.Expressions;
using DetectionKit.Testing.Mutations;

namespace DetectionKit.Testing.Generation;

/// <summary>The values that an expression has in it, whatever row it is asked about.</summary>
internal sealed class Constants : ExpressionVisitor
{
    private readonly List<object> _values = [];

    private Constants()
    {
    }

    /// <summary>All of them, the items of lists one by one.</summary>
    internal static IReadOnlyList<object> In(Expression expression)
    {
        var finder = new Constants();
        finder.Visit(expression);
        return [.. finder._values.SelectMany(Items).Distinct()];
    }

    /// <summary>What an expression comes to, where no row is needed to tell.</summary>
    internal static bool TryEvaluate(Expression expression, out object? value)
    {
        value = null;
        if (NodeFinder.Of(expression).Any(node => node is ParameterExpression)) return false;
        try
        {
            value = Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null or LambdaExpression) return base.Visit(node);
        if (!TryEvaluate(node, out var value)) return base.Visit(node);
        if (value is not null) _values.Add(value);
        return node;
    }

    private static IEnumerable<object> Items(object value) => value switch
    {
        IOptionList list => list.Items,
        IExampleValues set => set.Examples,
        string => [value],
        IEnumerable items => items.Cast<object?>().OfType<object>(),
        _ => [value],
    };
}
