using System.Linq.Expressions;
using System.Reflection;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>Reads each option and each captured object once, before a loop, into a local.</summary>
internal sealed class Hoisting(ParameterExpression options) : ExpressionVisitor
{
    private readonly Dictionary<(MemberInfo?, object?, Type), ParameterExpression> _locals = [];
    private readonly List<Expression> _assignments = [];

    /// <summary>The code with its reads moved to the front.</summary>
    internal static Expression Apply(Expression body, ParameterExpression options)
    {
        var hoisting = new Hoisting(options);
        var rest = hoisting.Visit(body);
        return Expression.Block(hoisting._locals.Values, [.. hoisting._assignments, rest]);
    }

    protected override Expression VisitMember(MemberExpression node) => node.Expression == options ? Local((node.Member, null, node.Type), node) : base.VisitMember(node);

    protected override Expression VisitConstant(ConstantExpression node) =>
        node.Value is null || node.Type.IsValueType || node.Type == typeof(string) ? node : Local((null, node.Value, node.Type), node);

    protected override Expression VisitExtension(Expression node) => node is CapturedConstant captured ? Visit(captured.Reduce()) : base.VisitExtension(node);

    private ParameterExpression Local((MemberInfo?, object?, Type) key, Expression value)
    {
        if (_locals.TryGetValue(key, out var known)) return known;
        var local = Expression.Variable(value.Type, "hoisted");
        _locals[key] = local;
        _assignments.Add(Expression.Assign(local, value));
        return local;
    }
}
