namespace DetectionKit;

/// <summary>Prints the explanation of an event.</summary>
internal static class EventText
{
    internal static string Of(EventExplanation explanation)
    {
        var at = explanation.Time is { } time ? $" at {ValueText.OfTime(time)}" : "";
        var text = new ExplanationText().Line($"{explanation.Detection.Id}: one {TypeText.Of(explanation.Event.GetType())}{at}");
        if (explanation.TimeError is { } error)
        {
            return text.Line("  ", $"It is set aside as faulty: reading its event time threw {error.GetType().Name}: {error.Message}").ToString();
        }

        foreach (var path in explanation.Paths)
        {
            if (path != explanation.Paths[0]) text.Blank();
            foreach (var stage in path.Stages) text.Add(stage);
            if (path.Group is { } group)
            {
                string[] windows = [.. group.Windows.Select(window => $"in the window {KeyText.Of(window)}")];
                text.Add(group.Stage, "aggregate", [$"counted in the group {KeyText.Of(group.Key.Parts)}", .. windows]);
            }

            text.Line("  ", Verdict(path));
        }

        return text.ToString();
    }

    private static string Verdict(EventPath path) => path switch
    {
        { FellAt: { Verdict: StageVerdict.Faulty } stage } => $"It is set aside as faulty at stage {stage.Stage} ({stage.Kind}).",
        { FellAt: { } stage } => $"It falls at stage {stage.Stage} ({stage.Kind}).",
        { IsOpen: true } => $"It passes every stage before the {path.Stages[^1].Kind}.",
        { Group: not null } => "It passes every stage before the window.",
        _ => $"It passes every stage: an alert{(path.Tier is { } tier ? $" of the tier {tier.Name}" : "")}.",
    };
}
