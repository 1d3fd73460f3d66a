namespace RuleUnderTest;

/// <summary>The tiers.</summary>
public enum ScanRisk
{
    /// <summary>Few targets.</summary>
    Low,

    /// <summary>Many.</summary>
    High,
}
