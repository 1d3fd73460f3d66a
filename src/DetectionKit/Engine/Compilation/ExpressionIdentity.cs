using System.Linq.Expressions;
using System.Text;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>
/// Whether two expressions compute the same: node by node, with types, methods and constants. Their printed text does not tell, as it leaves out conversions and prints 2
/// and 2.0 alike.
/// </summary>
internal sealed class ExpressionIdentity : ExpressionVisitor
{
    private readonly StringBuilder _nodes = new();
    private readonly List<object?> _values = [];
    private readonly List<ParameterExpression> _parameters = [];

    private ExpressionIdentity()
    {
    }

    internal static ExpressionIdentity Of(Expression e)
    {
        var identity = new ExpressionIdentity();
        identity.Visit(e);
        return identity;
    }

    internal bool Same(ExpressionIdentity other) => _nodes.Equals(other._nodes) && _values.SequenceEqual(other._values);

    public override Expression? Visit(Expression? node)
    {
        if (node is null) return base.Visit(node);
        _nodes.Append('(').Append(node.NodeType);
        _values.Add(node.Type);
        _values.Add(node switch
        {
            BinaryExpression binary => binary.Method,
            UnaryExpression unary => unary.Method,
            MemberExpression member => member.Member,
            MethodCallExpression call => call.Method,
            NewExpression made => made.Constructor,
            TypeBinaryExpression test => test.TypeOperand,
            ConstantExpression constant => constant.Value,
            CapturedConstant captured => captured.Value,
            ParameterExpression parameter => NumberOf(parameter),
            _ => null,
        });
        base.Visit(node);
        _nodes.Append(')');
        return node;
    }

    // What a lambda calls its parameter does not matter.
    private int NumberOf(ParameterExpression parameter)
    {
        if (!_parameters.Contains(parameter)) _parameters.Add(parameter);
        return _parameters.IndexOf(parameter);
    }
}
