namespace DetectionKit.Testing.Mutations;

/// <summary>What became of a mutant.</summary>
internal enum MutantVerdict
{
    /// <summary>A case told it from the rule.</summary>
    Killed,

    /// <summary>No case did.</summary>
    Survived,

    /// <summary>No events can.</summary>
    Proven,

    /// <summary>It could not be run on any case.</summary>
    Refused,
}
