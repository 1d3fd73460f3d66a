using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>Makes straight code of a chain of stateless stages: where, select and tiers, one inside the other, down to what takes the row.</summary>
internal static class ChainCompiler
{
    internal static readonly Expression NoTier = Expression.Constant(null, typeof(AlertTier));

    /// <summary>The code of a chain.</summary>
    /// <param name="row">The row that enters.</param>
    /// <param name="tier">Its tier.</param>
    /// <param name="chain">The stages.</param>
    /// <param name="take">Makes the code for the row and tier that leave.</param>
    internal static Expression Compile(RowBinding row, Expression tier, ReadOnlySpan<PlanNode> chain, Func<RowBinding, Expression, Expression> take)
    {
        if (chain.IsEmpty) return take(row, tier);
        var rest = chain[1..].ToArray();
        return chain[0] switch
        {
            WhereNode where => Expression.IfThen(FilterCompiler.Compile(where.Predicate.Lambda, row), Compile(row, tier, rest, take)),
            SelectNode select => Project(select.Selector.Lambda, new RowRewriter(new Dictionary<ParameterExpression, RowBinding> { [select.Selector.Lambda.Parameters[0]] = row }), made => Compile(made, tier, rest, take)),
            TierNode tiers => Tier(tiers, row, (made, reached) => Compile(made, reached, rest, take)),
            var other => throw new NotSupportedException($"{other.Kind} is no stateless stage."),
        };
    }

    /// <summary>A new row: the members of a <c>new { … }</c> go to locals of their own, unless they are known members of the old row.</summary>
    internal static Expression Project(LambdaExpression selector, RowRewriter rewriter, Func<RowBinding, Expression> then)
    {
        if (rewriter.Resolve(selector.Body) is { } same) return then(same);
        if (selector.Body is not NewExpression { Members: { Count: > 0 } names } made)
        {
            var value = Expression.Variable(selector.Body.Type, "row");
            return Expression.Block([value], Expression.Assign(value, rewriter.Visit(selector.Body)), then(RowBinding.Of(value)));
        }

        var locals = new List<ParameterExpression>();
        var assignments = new List<Expression>();
        var members = new Dictionary<string, RowBinding>();
        for (var i = 0; i < names.Count; i++)
        {
            if (rewriter.Resolve(made.Arguments[i]) is { } known)
            {
                members.Add(names[i].Name, known);
                continue;
            }

            var local = Expression.Variable(made.Arguments[i].Type, names[i].Name);
            locals.Add(local);
            assignments.Add(Expression.Assign(local, rewriter.Visit(made.Arguments[i])));
            members.Add(names[i].Name, RowBinding.Of(local));
        }

        var row = RowBinding.Of(() => Expression.New(made.Constructor!, names.Select(name => members[name.Name].Whole), names), members);
        return Expression.Block(locals, [.. assignments, then(row)]);
    }

    private static BlockExpression Tier(TierNode node, RowBinding row, Func<RowBinding, Expression, Expression> then)
    {
        var all = node.All;
        var index = Expression.Variable(typeof(int), "tier");
        Expression chosen = Expression.Constant(node.Otherwise is null ? -1 : all.Length - 1);
        for (var i = node.Tiers.Count - 1; i >= 0; i--)
        {
            chosen = Expression.Condition(RowRewriter.Rewrite(node.Tiers[i].When.Lambda, row), Expression.Constant(i), chosen);
        }

        Expression raised = node.Raise is null
            ? Expression.Empty()
            : Expression.IfThen(
                Expression.AndAlso(Expression.GreaterThan(index, Expression.Constant(0)), RowRewriter.Rewrite(node.Raise.Lambda, row)),
                Expression.PreDecrementAssign(index));
        var lambda = node.Result.Lambda;
        var valueType = lambda.Parameters[1].Type;
        var values = Array.CreateInstance(valueType, all.Length);
        for (var i = 0; i < all.Length; i++) values.SetValue(all[i].Value, i);
        var value = RowBinding.Of(Expression.ArrayIndex(Expression.Constant(values), index));
        var rewriter = new RowRewriter(new Dictionary<ParameterExpression, RowBinding> { [lambda.Parameters[0]] = row, [lambda.Parameters[1]] = value });
        var reached = Expression.ArrayIndex(Expression.Constant(all), index);
        return Expression.Block(
            [index],
            Expression.Assign(index, chosen),
            raised,
            Expression.IfThen(Expression.GreaterThanOrEqual(index, Expression.Constant(0)), Project(lambda, rewriter, made => then(made, reached))));
    }
}
