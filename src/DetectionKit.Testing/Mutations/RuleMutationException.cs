using System.Globalization;

namespace DetectionKit.Testing.Mutations;

/// <summary>Too few mutants of a rule were killed.</summary>
public sealed class RuleMutationException : Exception
{
    internal RuleMutationException(MutationResult result, double least)
        : base(string.Create(CultureInfo.InvariantCulture, $"{result.Detection}: {result.Killed} of {result.Total} mutants were killed, a score of {result.Score:0.###}, and {least:0.###} is wanted. No case tells these from the rule:\n\n{string.Join("\n\n", result.Survivors)}")) =>
        Result = result;

    /// <summary>The result.</summary>
    public MutationResult Result { get; }
}
