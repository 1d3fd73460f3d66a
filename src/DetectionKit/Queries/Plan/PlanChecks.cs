using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>What a plan must satisfy to be run, checked once when it is built.</summary>
internal static class PlanChecks
{
    internal static void Verify(string detection, PlanNode root)
    {
        foreach (var input in root.Inputs) Verify(detection, input);
        if (ExpressionTrees.IsPane(root.RowType) || ExpressionTrees.IsGroup(root.RowType))
        {
            throw new NotSupportedException($"{detection}: the pane itself can't leave its query: select what you need of it (w.Key, w.Start, w.Count()).");
        }

        if (root is MatchNode match && PartsOf(match.By) != PartsOf(match.OtherBy))
        {
            throw new NotSupportedException($"{detection}: {root.Kind}: {match.By} and {match.OtherBy} have not the same parts: write both keys the same way, part for part.");
        }

        foreach (var expression in root.Expressions)
        {
            var check = new Check(detection, expression, pane: root is AggregateNode);
            check.Visit(expression.Lambda.Body);
        }
    }

    /// <summary>An event type has one event time, also where it is read by a detection whose alerts another reads.</summary>
    internal static void VerifyTimes(string detection, IEnumerable<PlanNode> stages)
    {
        foreach (var type in stages.SelectMany(stage => stage.Sources).GroupBy(source => source.RowType))
        {
            if (type.Select(source => ExpressionText.Of(source.Time.Lambda)).Distinct().ToList() is [var one, var other, ..])
            {
                throw new InvalidOperationException($"{detection}: {type.Key.Name} has the event times {one} and {other}: one event type has one event time in a detection and in those whose alerts it reads.");
            }
        }
    }

    // As keys are taken apart: an anonymous object and a tuple by their items, all else whole.
    private static int PartsOf(PlanExpression key) => key.Lambda.Body switch
    {
        NewExpression { Members: not null } made => made.Arguments.Count,
        MethodCallExpression { Method.Name: nameof(ValueTuple.Create) } created when created.Method.DeclaringType == typeof(ValueTuple) => created.Arguments.Count,
        _ => -1,
    };

    private sealed class Check(string detection, PlanExpression expression, bool pane) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            if (pane && (ExpressionTrees.IsPane(node.Type) || ExpressionTrees.IsGroup(node.Type)))
            {
                throw Refusal($"the pane {node.Name} can't be used whole: read {node.Name}.Key, {node.Name}.Start, or call an aggregate such as {node.Name}.Count().");
            }

            return node;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is ParameterExpression p && (ExpressionTrees.IsPane(p.Type) || ExpressionTrees.IsGroup(p.Type)))
            {
                return ExpressionTrees.IsGroup(p.Type) ? throw Refusal($"{p.Name} of 'into {p.Name}' can only be read as {p.Name}.Key.") : node;
            }

            return base.VisitMember(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (ExpressionTrees.IsAggregate(node.Method) || ExpressionTrees.IsPane(node.Method.DeclaringType ?? typeof(object)))
            {
                var on = node.Object ?? node.Arguments[0];
                if (ExpressionTrees.StripConversions(on) is not ParameterExpression) Visit(on);
                foreach (var argument in node.Object is null ? node.Arguments.Skip(1) : node.Arguments) Visit(argument);
                return node;
            }

            return base.VisitMethodCall(node);
        }

        protected override Expression VisitBlock(BlockExpression node) => throw Refusal("a block of statements can't be read as a query: write one expression, or call a method of yours.");

        protected override Expression VisitDynamic(DynamicExpression node) => throw Refusal("dynamic can't be read as a query: give the value a type.");

        protected override Expression VisitInvocation(InvocationExpression node) => throw Refusal($"calling the delegate {node.Expression} hides what it reads: write the expression itself, or call a method of yours.");

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            Visit(node.Body);
            return node;
        }

        protected override Expression VisitExtension(Expression node) => node;

        private NotSupportedException Refusal(string why) => new($"{detection}: {expression.Role}: {expression}: {why}");
    }
}
