using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>The values that a condition read, by name: members of the row, aggregates, and options that are single values.</summary>
internal sealed class ReadValues(ExpressionEvaluator evaluator, ParameterExpression options)
{
    internal IEnumerable<string> Of(Expression condition)
    {
        var reads = new List<string>();
        new Reader(options, (name, e) =>
        {
            var value = evaluator.Evaluate(e);
            if (value is not IOptionList) reads.Add($"{name} = {ValueText.Of(value)}");
        }).Visit(condition);
        return reads.Distinct();
    }

    private sealed class Reader(ParameterExpression options, Action<string, Expression> found) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            var chain = new List<MemberExpression>();
            Expression? at = node;
            for (; at is MemberExpression member; at = member.Expression) chain.Insert(0, member);
            if (at is not ParameterExpression root) return base.VisitMember(node);

            // A member of an event or an option; through rows without a name (b.Key.Host), what lies within.
            var depth = 0;
            while (depth + 1 < chain.Count && root != options && (ExpressionTrees.IsAnonymous(chain[depth].Type) || ExpressionTrees.IsPane(chain[depth].Type))) depth++;
            found(string.Join('.', chain.Take(depth + 1).Select(member => member.Member.Name)), chain[depth]);
            return node;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (!ExpressionTrees.IsAggregate(node.Method)) return base.VisitMethodCall(node);
            found(ExpressionText.Of(node), node);
            return node;
        }

        // What a nested lambda reads is no value of the row.
        protected override Expression VisitLambda<T>(Expression<T> node) => node;
    }
}
