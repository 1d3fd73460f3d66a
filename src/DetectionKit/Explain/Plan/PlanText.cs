using System.Globalization;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Prints the explanation of a plan.</summary>
internal static class PlanText
{
    private const string Indent = "  ";

    internal static string Of(PlanExplanation plan)
    {
        var text = new ExplanationText();
        Head(text, plan);
        Stages(text, plan.Stages);
        if (plan.Options.Count > 0) Options(text, plan);
        Sources(text, plan.Sources);
        if (plan.Rank.Count > 0) text.Blank().Line($"Rank of batch output: {string.Join("; then ", plan.Rank)}; then window start, then key");
        Notes(text, "Blind spots", plan.Detection.BlindSpots);
        Notes(text, "False positives", plan.Detection.FalsePositives);
        Notes(text, "References", plan.Detection.References);
        return text.ToString();
    }

    private static void Head(ExplanationText text, PlanExplanation plan)
    {
        var info = plan.Detection;
        text.Line(string.Create(CultureInfo.InvariantCulture, $"{info.Id}, version {info.Version}"));
        if (info.Title != info.Id) text.Line(Indent, info.Title);
        if (info.Description is not null) text.Line(Indent, info.Description);
        var technique = info.Techniques.Select(t => $"ATT&CK {t.Id}{(t.Name is null ? "" : $" {t.Name}")}{(t.Tactic is null ? "" : $" ({t.Tactic})")}");
        string[] facts = [.. technique, $"severity {info.Severity.ToString().ToLowerInvariant()}", $"confidence {info.Confidence.ToString().ToLowerInvariant()}"];
        text.Line(Indent, string.Join(" · ", facts));
    }

    private static void Stages(ExplanationText text, IReadOnlyList<StageExplanation> stages)
    {
        text.Blank().Line("Stages");
        var number = stages.Count.ToString(CultureInfo.InvariantCulture).Length + 2;
        var kind = stages.Max(stage => stage.Kind.Length) + 2;
        var under = new string(' ', number + 2 + kind);
        foreach (var stage in stages)
        {
            text.Line($"{stage.Number.ToString(CultureInfo.InvariantCulture).PadLeft(number)}  {stage.Kind.PadRight(kind)}", stage.Text + InputsOf(stage));
            foreach (var line in stage.Lines) text.Line(under + Indent, line);
            var reads = string.Join(", ", stage.Reads.Select(read => read == "*" ? "the row whole" : read));
            string[] facts =
            [
                .. reads.Length > 0 && stage.Kind != "source" ? [$"reads {reads}"] : Array.Empty<string>(),
                .. stage.Options.Count > 0 ? [$"with {string.Join(", ", stage.Options)}"] : Array.Empty<string>(),
                .. stage.Frozen.Count > 0 ? [$"frozen {string.Join(", ", stage.Frozen.Select(Frozen))}"] : Array.Empty<string>(),
            ];
            foreach (var fact in facts) text.Line(under + "· ", fact);
        }
    }

    // A stage that follows the one before it needs no word on that.
    private static string InputsOf(StageExplanation stage) => stage.Inputs.Count == 0 || (stage.Inputs.Count == 1 && stage.Inputs[0] == stage.Number - 1)
        ? ""
        : $", from {(stage.Inputs.Count == 1 ? "stage" : "stages")} {string.Join(" and ", stage.Inputs)}";

    private static string Frozen(FrozenCapture capture) => $"{capture.Name} = {ValueText.Of(capture.Value)}";

    private static void Options(ExplanationText text, PlanExplanation plan)
    {
        text.Blank().Line($"Options (hash {plan.OptionsHash})");
        var width = plan.Options.Max(option => option.Name.Length);
        foreach (var option in plan.Options) text.Line($"{Indent}{option.Name.PadRight(width)} = ", option.Value);
    }

    private static void Sources(ExplanationText text, IReadOnlyList<SourceExplanation> sources)
    {
        foreach (var source in sources)
        {
            text.Blank().Line($"Reads of {TypeText.Of(source.EventType)}");
            var name = source.Members.Select(member => member.Name.Length).DefaultIfEmpty().Max();
            var type = source.Members.Select(member => TypeText.Of(member.Type).Length).DefaultIfEmpty().Max();
            foreach (var member in source.Members)
            {
                var stages = member.Stages.Count == 0 ? "" : $"for {(member.Stages.Count == 1 ? "stage" : "stages")} {string.Join(", ", member.Stages)}";
                text.Line($"{Indent}{member.Name.PadRight(name)}  {TypeText.Of(member.Type).PadRight(type)}  ", stages);
            }

            if (!source.NeedsWholeEvents) text.Line(Indent, "Columns are enough: no event need be made whole.");
            foreach (var reason in source.Materialises) text.Line($"{Indent}Events are made whole: ", reason + ".");
        }
    }

    private static void Notes(ExplanationText text, string title, IReadOnlyList<string> notes)
    {
        if (notes.Count == 0) return;
        text.Blank().Line(title);
        foreach (var note in notes) text.Line($"{Indent}- ", note);
    }
}
