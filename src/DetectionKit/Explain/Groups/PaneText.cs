namespace DetectionKit;

/// <summary>Prints the explanation of a group in a window.</summary>
internal static class PaneText
{
    internal static ExplanationText Write(ExplanationText text, PaneExplanation pane)
    {
        text.Line(KeyText.Of(pane.Key.Parts));
        var of = pane.OfPanes > 1 ? $", the nearest to firing of {pane.OfPanes}" : "";
        text.Line("  ", $"window {KeyText.Of(pane.Window)}{of}: {ExplanationText.Counted(pane.Events, "event")} counted");
        foreach (var fallen in pane.Fallen) text.Add(fallen.Stage, "", [$"{ExplanationText.Counted(fallen.Count, "event")} fell: {fallen.Reason}"]);
        if (pane.Values.Count > 0) text.Add(pane.Stage, "aggregate", [string.Join(", ", pane.Values)]);
        foreach (var stage in pane.Stages) text.Add(stage);
        return text.Line("  ", Verdict(pane));
    }

    private static string Verdict(PaneExplanation pane) => pane switch
    {
        { Fires: true, Tier: { } tier } => $"Alert: {tier.Label}",
        { Fires: true } => "Alert",
        { FellAt: { } stage } => $"No alert: it falls at stage {stage.Stage} ({stage.Kind}).",
        { GoesOnTo: { } stage } => $"It goes on to the window of stage {stage}.",
        { Events: 0 } => "No alert: no event is counted.",
        _ => "No alert.",
    };
}
