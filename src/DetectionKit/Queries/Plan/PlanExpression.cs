using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>An expression of a stage, with its part in the stage.</summary>
public sealed class PlanExpression
{
    private readonly Lazy<ExpressionFacts> _facts;

    internal PlanExpression(string role, LambdaExpression lambda)
    {
        Role = role;
        Lambda = lambda;
        _facts = new(() => ExpressionFacts.Of(Lambda));
    }

    /// <summary>The part: where, key, window, aggregate, having, tier NAME, select, by, within, for, time.</summary>
    public string Role { get; }

    /// <summary>The lambda. In a built plan its last parameter is the options object.</summary>
    public LambdaExpression Lambda { get; }

    /// <summary>The names of the options that it reads; <c>*</c> when it hands the options object on whole.</summary>
    public IReadOnlyList<string> Options => _facts.Value.Options;

    /// <summary>The members of the row that it reads, in order of appearance; <c>*</c> when it uses the row whole.</summary>
    public IReadOnlyList<string> Reads => _facts.Value.Reads;

    /// <summary>The values captured from outside, which stay what they were when the plan was built.</summary>
    public IReadOnlyList<FrozenCapture> Frozen => _facts.Value.Frozen;

    /// <summary>The aggregates that it calls, as text.</summary>
    public IReadOnlyList<string> Aggregates => _facts.Value.Aggregates;

    /// <summary>The expression as text, near to what was written: options and captures by name.</summary>
    public override string ToString() => ExpressionText.Of(Lambda);
}
