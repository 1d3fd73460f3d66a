namespace DetectionKit.Testing.Mutations;

/// <summary>What became of the mutants of a rule.</summary>
/// <param name="Detection">The detection's id.</param>
/// <param name="Total">How many mutants were run.</param>
/// <param name="Survivors">Those that no case told from the rule.</param>
/// <param name="Equivalent">Those that were declared to be the rule in other words; they are in no figure.</param>
/// <param name="Elapsed">How long it took, from the making of mutants on.</param>
public sealed record MutationResult(string Detection, int Total, IReadOnlyList<RuleMutant> Survivors, IReadOnlyList<RuleMutant> Equivalent, TimeSpan Elapsed)
{
    /// <summary>All that were run, the survivors among them, by their number.</summary>
    public IReadOnlyList<RuleMutant> Mutants { get; init; } = [];

    /// <summary>The rule as text: a line a stage, then a line for each list of its options.</summary>
    public IReadOnlyList<string> Rule { get; init; } = [];

    /// <summary>How many were killed.</summary>
    public int Killed => Total - Survivors.Count;

    /// <summary>The share that was killed, 0 to 1.</summary>
    public double Score => Total == 0 ? 0 : (double)Killed / Total;

    /// <summary>Fails a test when the score is lower.</summary>
    /// <param name="least">The least score, 0 to 1.</param>
    /// <exception cref="RuleMutationException">It is; the message names the survivors.</exception>
    public MutationResult ScoreAtLeast(double least) => Score >= least ? this : throw new RuleMutationException(this, least);
}
