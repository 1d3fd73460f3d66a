using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>What an expression reads of the rows that come in: neither the members of a pane nor the tier that a Select is given.</summary>
internal static class RowReads
{
    internal static IReadOnlyList<string> Of(PlanExpression expression)
    {
        var lambda = expression.Lambda;
        var tier = lambda.Parameters.Count > 2 ? lambda.Parameters[1] : null;
        var pane = ExpressionTrees.IsPane(lambda.Parameters[0].Type) ? lambda.Parameters[0] : null;
        if (tier is null && pane is null) return expression.Reads;
        var body = new Blank(tier, pane).Visit(lambda.Body);
        return new PlanExpression(expression.Role, Expression.Lambda(body, lambda.Parameters)).Reads;
    }

    private sealed class Blank(ParameterExpression? tier, ParameterExpression? pane) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            pane is not null && node.Expression == pane ? Expression.Default(node.Type) : base.VisitMember(node);

        protected override Expression VisitParameter(ParameterExpression node) => node == tier ? Expression.Default(node.Type) : node;
    }
}
