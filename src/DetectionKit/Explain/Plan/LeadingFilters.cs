using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Finds the conditions on one member each with which a plan begins: a source can judge them, a distinct value at a time.</summary>
internal static class LeadingFilters
{
    internal static IReadOnlyList<EventFilter> Of<TOptions>(DetectionPlan plan, SourceNode source, TOptions options)
        where TOptions : class
    {
        var consumers = new PlanConsumers(plan);
        var found = new List<EventFilter>();

        // Where ways part, an event that one of them drops is another's.
        for (PlanNode stage = source; consumers.Of(stage) is [WhereNode where]; stage = where)
        {
            var lambda = where.Predicate.Lambda;
            foreach (var condition in Conjuncts(lambda.Body))
            {
                if (Filter(condition, lambda, plan.Options, options) is not { } filter) return found;
                found.Add(filter);
            }
        }

        return found;
    }

    private static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is BinaryExpression { NodeType: ExpressionType.AndAlso, Method: null } both && both.Type == typeof(bool) ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [condition];

    private static EventFilter? Filter<TOptions>(Expression condition, LambdaExpression lambda, ParameterExpression options, TOptions values)
    {
        var reading = new MemberReading(lambda.Parameters[0]);
        var rewritten = reading.Visit(condition);
        if (reading.Value is not { } value || reading.IsWhole) return null;
        var bound = ExpressionTrees.Replace(rewritten, options, Expression.Constant(values, options.Type));
        return new(value.Name!, Expression.Lambda(typeof(Func<,>).MakeGenericType(value.Type, typeof(bool)), bound, value).Compile());
    }

    /// <summary>Puts a parameter in the place of the one member that is read.</summary>
    private sealed class MemberReading(ParameterExpression row) : ExpressionVisitor
    {
        internal ParameterExpression? Value { get; private set; }

        internal bool IsWhole { get; private set; }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != row) return base.VisitMember(node);
            Value ??= Expression.Parameter(node.Type, node.Member.Name);
            IsWhole |= Value.Name != node.Member.Name || !EventMembers.Shows(row.Type, node.Member);
            return Value.Name == node.Member.Name ? Value : node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            IsWhole |= node == row;
            return node;
        }
    }
}
