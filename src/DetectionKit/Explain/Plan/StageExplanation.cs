using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>One stage of a plan.</summary>
public sealed record StageExplanation
{
    /// <summary>Its number, from 1: inputs come before the stages that they feed.</summary>
    public required int Number { get; init; }

    /// <summary>The word for it: source, where, aggregate, tier, select, merge, distinct, suppress.</summary>
    public required string Kind { get; init; }

    /// <summary>The numbers of the stages that feed it; none for a source.</summary>
    public required IReadOnlyList<int> Inputs { get; init; }

    /// <summary>What it does, in one line.</summary>
    public required string Text { get; init; }

    /// <summary>More of what it does, a line each: the aggregates, the tiers.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Its expressions.</summary>
    public required IReadOnlyList<ExpressionExplanation> Expressions { get; init; }

    /// <summary>The options that it reads, with their values.</summary>
    public required IReadOnlyList<OptionExplanation> Options { get; init; }

    /// <summary>The members that it reads of the rows that come in; <c>*</c> for the row as a whole.</summary>
    public IReadOnlyList<string> Reads => [.. Expressions.SelectMany(expression => expression.Reads).Distinct()];

    /// <summary>The captured values that are constants of it.</summary>
    public IReadOnlyList<FrozenCapture> Frozen => [.. Expressions.SelectMany(expression => expression.Frozen).Distinct()];

    /// <summary>The aggregates that it computes.</summary>
    public IReadOnlyList<string> Aggregates => [.. Expressions.SelectMany(expression => expression.Aggregates).Distinct()];
}
