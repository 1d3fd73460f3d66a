using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Groups rows by a key (or not), cuts the groups into windows, and makes one row a pane.</summary>
public sealed class AggregateNode : PlanNode
{
    internal AggregateNode(PlanNode input, LambdaExpression? key, LambdaExpression window, IReadOnlyList<LambdaExpression> having, LambdaExpression result)
    {
        Inputs = [input];
        Key = key is null ? null : new("key", key);
        Window = new("window", window);
        Having = [.. having.Select(predicate => new PlanExpression("having", predicate))];
        Result = new("aggregate", result);
    }

    /// <summary>The key of a row, or null for windows without a key.</summary>
    public PlanExpression? Key { get; }

    /// <summary>Makes the <see cref="WindowSpec"/>; its parameter is the symbol <see cref="WindowKinds"/>.</summary>
    public PlanExpression Window { get; }

    /// <summary>Predicates over the pane itself, as the <c>where</c> of query syntax leaves them. They hold before <see cref="Result"/> is made.</summary>
    public IReadOnlyList<PlanExpression> Having { get; }

    /// <summary>Makes the row of a pane.</summary>
    public PlanExpression Result { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PlanNode> Inputs { get; }

    /// <inheritdoc/>
    public override Type RowType => Result.Lambda.ReturnType;

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => Key is null ? [Window, .. Having, Result] : [Key, Window, .. Having, Result];

    /// <inheritdoc/>
    public override string Kind => "aggregate";

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) =>
        new AggregateNode(inputs[0], Key is null ? null : rewrite(Key), rewrite(Window), [.. Having.Select(rewrite)], rewrite(Result));

    // Query syntax passes the pane on in a row of its own (let, where): such stages belong to this node until a row without the pane is made.
    internal override PlanNode Where(LambdaExpression predicate) => QuerySyntax.HoldsPane(Result.Lambda)
        ? new AggregateNode(Inputs[0], Key?.Lambda, Window.Lambda, [.. Having.Select(h => h.Lambda), QuerySyntax.OverPane(predicate, Result.Lambda)], Result.Lambda)
        : base.Where(predicate);

    internal override PlanNode Select(LambdaExpression selector) => QuerySyntax.HoldsPane(Result.Lambda)
        ? new AggregateNode(Inputs[0], Key?.Lambda, Window.Lambda, [.. Having.Select(h => h.Lambda)], QuerySyntax.OverPane(selector, Result.Lambda))
        : base.Select(selector);
}
