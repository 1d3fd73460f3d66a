using System.Globalization;

namespace DetectionKit.Testing.Mutations;

/// <summary>Too few mutants of a rule were killed.</summary>
public sealed class RuleMutationException : Exception
{
    // The search takes a while, and a message is to be read.
    private const int Explained = 3;

    internal RuleMutationException(MutationResult result, double least)
        : base(string.Create(CultureInfo.InvariantCulture, $"{result.Detection}: {result.Killed} of {result.Total} mutants were killed, a score of {result.Score:0.###}, and {least:0.###} is wanted. No case tells these from the rule:\n\n{string.Join("\n\n", result.Survivors.Select((survivor, i) => i < Explained ? WithKiller(result, survivor) : survivor.ToString()))}")) =>
        Result = result;

    private static string WithKiller(MutationResult result, RuleMutant survivor) => result.KillerOf(survivor) is { } killer
        ? $"{survivor}\nThis case kills it; keep it if what the rule makes of it is right:\n{Cases.CaseText.Of(killer)}"
        : survivor.ToString();

    /// <summary>The result.</summary>
    public MutationResult Result { get; }
}
