using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>
/// One stage of a plan. Nodes are immutable; their lambdas take the row first and, once the plan is built, the options last.
/// A new kind of stage derives from this class; whoever reads plans asks <see cref="Inputs"/> and <see cref="Expressions"/>.
/// </summary>
public abstract class PlanNode
{
    private protected PlanNode()
    {
    }

    /// <summary>The stages that feed this one, none for a source.</summary>
    public abstract IReadOnlyList<PlanNode> Inputs { get; }

    /// <summary>The type of the rows that leave this stage.</summary>
    public abstract Type RowType { get; }

    /// <summary>The stage's expressions, each with its part in it.</summary>
    public abstract IReadOnlyList<PlanExpression> Expressions { get; }

    /// <summary>The word for this stage: where, key, window ….</summary>
    public abstract string Kind { get; }

    /// <summary>The sources of events that this stage brings into the plan.</summary>
    internal virtual IEnumerable<SourceNode> Sources => [];

    internal virtual PlanNode Where(LambdaExpression predicate) => new WhereNode(this, predicate);

    internal virtual PlanNode Select(LambdaExpression selector) => new SelectNode(this, selector);

    /// <summary>The same stage over other inputs and expressions: how a plan is bound, edited and mutated.</summary>
    /// <param name="inputs">As many as <see cref="Inputs"/>.</param>
    /// <param name="rewrite">Gives the new expression for each old one.</param>
    public abstract PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite);
}
