using DetectionKit.Queries;

namespace DetectionKit.Testing.Mutations;

/// <summary>A copy of a rule with one thing changed.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Operator">What kind of change it is, such as "bound + 1".</param>
/// <param name="Stage">The stage that is changed.</param>
/// <param name="Before">The stage's text, or the option's value, before.</param>
/// <param name="After">And after.</param>
public sealed record RuleMutant(int Number, string Operator, string Stage, string Before, string After)
{
    /// <summary>Why no events can tell it from the rule, where that was declared.</summary>
    public string? EquivalentBecause { get; init; }

    internal DetectionPlan Plan { get; init; } = null!;

    /// <summary>The line of the rule's text, from 1, that is changed.</summary>
    public int Line { get; init; }

    /// <summary>Changes an instance of the options; null where the plan is changed.</summary>
    internal Func<object, object?>? Options { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Operator} in {Stage}\n- {Before}\n+ {After}";
}
