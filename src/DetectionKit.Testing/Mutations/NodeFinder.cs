using System.Linq.Expressions;

namespace DetectionKit.Testing.Mutations;

/// <summary>The nodes of an expression, lambdas within it included.</summary>
internal sealed class NodeFinder : ExpressionVisitor
{
    private readonly List<Expression> _nodes = [];

    internal static IReadOnlyList<Expression> Of(Expression expression)
    {
        var finder = new NodeFinder();
        finder.Visit(expression);
        return finder._nodes;
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is not null) _nodes.Add(node);
        return base.Visit(node);
    }
}
