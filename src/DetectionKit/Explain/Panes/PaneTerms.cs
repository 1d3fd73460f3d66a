using System.Linq.Expressions;

namespace DetectionKit;

/// <summary>What the havings of an aggregate ask of a pane: calls of aggregates and members such as the key, each as it stands in its expression.</summary>
internal static class PaneTerms
{
    internal static IReadOnlyList<Expression> Of(LambdaExpression having)
    {
        var finder = new Finder(having.Parameters[0]);
        finder.Visit(having.Body);
        return finder.Found;
    }

    private sealed class Finder(ParameterExpression pane) : ExpressionVisitor
    {
        internal List<Expression> Found { get; } = [];

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (!ExpressionTrees.IsAggregate(node.Method)) return base.VisitMethodCall(node);
            Found.Add(node);
            return node;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != pane) return base.VisitMember(node);
            Found.Add(node);
            return node;
        }
    }
}
