using System.ComponentModel.DataAnnotations;

namespace RuleUnderTest;

/// <summary>The options of <see cref="AdminShareScan"/>.</summary>
public sealed class AdminShareScanOptions : IValidatableObject
{
    /// <summary>The window, aligned to the UTC epoch.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>From how many targets on there is an alert.</summary>
    [Range(2, int.MaxValue)]
    public int MinTargets { get; set; } = 4;

    /// <summary>From how many targets on the risk is high.</summary>
    [Range(2, int.MaxValue)]
    public int HighTargets { get; set; } = 10;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HighTargets < MinTargets) yield return new($"HighTargets is {HighTargets}, below MinTargets ({MinTargets}): every alert would be high.", [nameof(HighTargets), nameof(MinTargets)]);
    }
}
