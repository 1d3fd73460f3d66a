using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>What a detection does: its stages, what each reads, its options and their values. <see cref="ToString"/> is the text for a person.</summary>
public sealed class PlanExplanation
{
    internal PlanExplanation()
    {
    }

    /// <summary>What is known of the detection beside its query: id, version, title, ATT&amp;CK, severity, confidence, blind spots, false positives.</summary>
    public required DetectionInfo Detection { get; init; }

    /// <summary>The stages, inputs before the stages that they feed.</summary>
    public required IReadOnlyList<StageExplanation> Stages { get; init; }

    /// <summary>What is needed of each event type.</summary>
    public required IReadOnlyList<SourceExplanation> Sources { get; init; }

    /// <summary>All options with the values in force, in the order of their declaration.</summary>
    public required IReadOnlyList<OptionExplanation> Options { get; init; }

    /// <summary>The hash of the options in force, which alerts carry.</summary>
    public required string OptionsHash { get; init; }

    /// <summary>How batch output is ranked, such as <c>RiskScore, greatest first</c>; none for window end, then key.</summary>
    public required IReadOnlyList<string> Rank { get; init; }

    /// <summary>The captured values that are constants of the plan.</summary>
    public IReadOnlyList<FrozenCapture> Frozen => [.. Stages.SelectMany(stage => stage.Frozen).Distinct()];

    /// <summary>The whole explanation as text: numbered stages, options, sources, what is known of it.</summary>
    public override string ToString() => PlanText.Of(this);
}
