using System.Globalization;

namespace DetectionKit;

/// <summary>Prints stages with their numbers and kinds in columns, as the explanation of a plan does.</summary>
internal static class StageLines
{
    private const int KindWidth = 11;

    internal static ExplanationText Add(this ExplanationText text, StageOutcome stage)
    {
        var lines = stage.Verdict == StageVerdict.NotReached ? [.. stage.Lines.Take(stage.Lines.Count - 1), $"{stage.Lines[^1]} (not reached)"] : stage.Lines;
        return text.Add(stage.Stage, stage.Kind, lines);
    }

    internal static ExplanationText Add(this ExplanationText text, int stage, string kind, IReadOnlyList<string> lines)
    {
        var head = $"  {stage.ToString(CultureInfo.InvariantCulture).PadLeft(2)}  {kind.PadRight(KindWidth)}";
        for (var i = 0; i < lines.Count; i++) text.Line(i == 0 ? head : new string(' ', head.Length), lines[i]);
        return text;
    }
}
