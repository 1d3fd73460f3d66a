using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Says what a row needs of others, where it meets them.</summary>
internal static class MatchText
{
    /// <summary>One line.</summary>
    /// <param name="node">The stage.</param>
    /// <param name="isFirst">Whether the row is of the stage's first input.</param>
    /// <param name="key">The key of the row, with its value.</param>
    /// <param name="options">The options.</param>
    internal static string Of(MatchNode node, bool isFirst, string key, object options)
    {
        var other = TypeText.Of(node.Inputs[isFirst ? 1 : 0].RowType);
        return node switch
        {
            SequenceNode { Step: SequenceStep.Required } sequence when isFirst => $"goes on if {An(other)} with the same {key} follows{Where(sequence)} within {StageText.SpanOf(sequence.Within, options)}",
            SequenceNode { Step: SequenceStep.Optional } sequence when isFirst => $"goes on with {An(other)} of the same {key} that follows{Where(sequence)} within {StageText.SpanOf(sequence.Within, options)}, or without one",
            SequenceNode sequence when isFirst => $"goes on unless {An(other)} with the same {key} follows{Where(sequence)} within {StageText.SpanOf(sequence.Within, options)}",
            SequenceNode sequence => $"follows {An(other)} with the same {key}{Where(sequence)} that came at most {StageText.SpanOf(sequence.Within, options)} before",
            LatestNode latest when isFirst => $"goes on with the latest {other} of the same {key}{Age(latest, options)}{(latest.IsOptional ? ", or without one" : "; without one it falls")}",
            LatestNode latest => $"is joined to each later {other} with the same {key}{Age(latest, options)}, until another takes its place",
            _ => node.Kind,
        };
    }

    private static string Where(SequenceNode node) => node.Condition is null ? "" : $" (where {node.Condition})";

    private static string Age(LatestNode node, object options) => node.Within is null ? "" : $", at most {StageText.SpanOf(node.Within, options)} apart";

    private static string An(string type) => $"{("AEIO".Contains(type[0], StringComparison.Ordinal) ? "an" : "a")} {type}";
}
