namespace DetectionKit.Testing.Mutations;

/// <summary>What became of the mutants of a rule.</summary>
/// <param name="Detection">The detection's id.</param>
/// <param name="Total">How many mutants were judged.</param>
/// <param name="Survivors">Those that no case told from the rule.</param>
/// <param name="Elapsed">How long it took, from the making of mutants on.</param>
public sealed record MutationResult(string Detection, int Total, IReadOnlyList<RuleMutant> Survivors, TimeSpan Elapsed)
{
    /// <summary>All that were judged, the survivors among them, by their number.</summary>
    public IReadOnlyList<RuleMutant> Mutants { get; init; } = [];

    /// <summary>Those that were declared to be the rule in other words; they are in no figure.</summary>
    public IReadOnlyList<RuleMutant> Declared { get; init; } = [];

    /// <summary>Those that no case told from the rule and that were proven equivalent under the options of the cases; they are in no figure.</summary>
    public IReadOnlyList<RuleMutant> Proven { get; init; } = [];

    /// <summary>Those that the engine, or the validation of options, refuses to run; they are in no figure.</summary>
    public IReadOnlyList<RuleMutant> Refused { get; init; } = [];

    /// <summary>The rule as text: a line a stage, then a line for each list of its options.</summary>
    public IReadOnlyList<string> Rule { get; init; } = [];

    /// <summary>How many were killed.</summary>
    public int Killed => Total - Survivors.Count;

    /// <summary>The share that was killed, 0 to 1.</summary>
    public double Score => Total == 0 ? 0 : (double)Killed / Total;

    internal Func<RuleMutant, DetectionCase?> FindKiller { get; init; } = _ => null;

    /// <summary>A case that kills a survivor: the fewest events found on which it differs from the rule, with what the rule makes of them. It takes a while.</summary>
    /// <param name="survivor">The survivor.</param>
    /// <returns>The case, generated; null where none was found. Whether the rule's answer is right, a person must say who keeps it.</returns>
    public DetectionCase? KillerOf(RuleMutant survivor)
    {
        ArgumentNullException.ThrowIfNull(survivor);
        return FindKiller(survivor);
    }

    /// <summary>Fails a test when the score is lower.</summary>
    /// <param name="least">The least score, 0 to 1.</param>
    /// <exception cref="RuleMutationException">It is; the message names the survivors.</exception>
    public MutationResult ScoreAtLeast(double least) => Score >= least ? this : throw new RuleMutationException(this, least);
}
