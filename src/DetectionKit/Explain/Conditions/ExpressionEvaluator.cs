using System.Linq.Expressions;

namespace DetectionKit;

/// <summary>Evaluates parts of a plan's expressions once, given values for their symbols.</summary>
internal sealed class ExpressionEvaluator
{
    private readonly Dictionary<Expression, object?> _values = [];

    /// <summary>Gives a symbol (a parameter, a call of an aggregate, a member of a pane) its value.</summary>
    internal ExpressionEvaluator Bind(Expression symbol, object? value)
    {
        _values[symbol] = value;
        return this;
    }

    /// <summary>The value of an expression.</summary>
    internal object? Evaluate(Expression e)
    {
        var bound = new Binder(_values).Visit(e);
        return Expression.Lambda<Func<object?>>(Expression.Convert(bound, typeof(object))).Compile()();
    }

    private sealed class Binder(Dictionary<Expression, object?> values) : ExpressionVisitor
    {
        [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(node))]
        public override Expression? Visit(Expression? node) =>
            node is not null && values.TryGetValue(node, out var value) ? Expression.Constant(value, node.Type) : base.Visit(node);
    }
}
