using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Turns what C# query syntax makes of a windowed group into the same nodes as the fluent text.</summary>
internal static class QuerySyntax
{
    /// <summary><c>from w in g.Window(…)</c>: the group's symbol becomes the pane's.</summary>
    internal static AggregateNode Aggregate(PlanNode input, LambdaExpression key, LambdaExpression window, LambdaExpression result)
    {
        if (window.Body is not MethodCallExpression { Method.Name: nameof(Group<int, int>.Window) } call)
        {
            throw new NotSupportedException($"'from w in {window.Body}' is no window of the group: write from w in g.Window(x => x.Tumbling(o.Window)).");
        }

        var (group, pane) = (result.Parameters[0], result.Parameters[1]);
        var body = new GroupToPane(group, pane).Visit(result.Body);
        return new AggregateNode(input, key, (LambdaExpression)ExpressionTrees.Unquote(call.Arguments[0]), [], Expression.Lambda(body, pane));
    }

    /// <summary>Whether a row still carries the pane: the transparent identifier of a <c>let</c> or <c>where</c>.</summary>
    internal static bool HoldsPane(LambdaExpression result) => Holds(result.Body);

    /// <summary>An expression over such a row, written over the pane itself.</summary>
    internal static LambdaExpression OverPane(LambdaExpression outer, LambdaExpression row)
    {
        var pane = row.Parameters[0];
        var body = ExpressionTrees.Inline(outer, row);
        return Expression.Lambda(new GroupToPane(null, pane).Visit(body), pane);
    }

    private static bool Holds(Expression e) => ExpressionTrees.IsPane(e.Type) || ExpressionTrees.IsGroup(e.Type) || (e is NewExpression { Members: not null } made && made.Arguments.Any(Holds));

    // g.Key is w.Key. The group itself travels in transparent identifiers; where it does, the pane takes its place.
    private sealed class GroupToPane(ParameterExpression? group, ParameterExpression pane) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression is not null && ExpressionTrees.IsGroup(node.Expression.Type) && (group is null || node.Expression == group)
                ? Expression.Property(pane, node.Member.Name)
                : base.VisitMember(node);
    }
}
