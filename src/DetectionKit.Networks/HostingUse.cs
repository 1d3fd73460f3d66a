namespace DetectionKit.Networks;

/// <summary>What a detection makes of it that an address belongs to a provider that rents servers out.</summary>
public enum HostingUse
{
    /// <summary>It is said in the alert, and changes nothing else.</summary>
    Annotate,

    /// <summary>The alert is one tier higher.</summary>
    Raise,

    /// <summary>There is no alert without it.</summary>
    Require,
}
