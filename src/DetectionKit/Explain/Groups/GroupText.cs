namespace DetectionKit;

/// <summary>Prints the explanation of groups.</summary>
internal static class GroupText
{
    internal static string Of(GroupExplanation groups)
    {
        var key = groups.Key.Count == 0 ? "any key" : KeyText.Of(groups.Key);
        var text = new ExplanationText().Line($"{groups.Detection.Id}: {key} at {ValueText.OfTime(groups.Time)}");
        text.Line("  ", $"{ExplanationText.Counted(groups.Events, "event")} read, {ExplanationText.Counted(groups.MatchingEvents, "event")} of the key");
        foreach (var pane in groups.Panes) PaneText.Write(text.Blank(), pane);
        if (groups.GroupsNotShown > 0) text.Blank().Line($"{ExplanationText.Counted(groups.GroupsNotShown, "more group")}: name more parts of the key to see them.");
        if (groups.Nearest.Count > 0) text.Blank();
        foreach (var line in groups.Nearest) text.Line("  ", line);
        if (groups.Faulty.Count > 0) text.Blank();
        foreach (var fault in groups.Faulty.Take(3)) text.Line("  ", $"set aside as faulty at {fault.Stage}: {fault.Error.GetType().Name}: {fault.Error.Message}");
        return text.ToString();
    }
}
