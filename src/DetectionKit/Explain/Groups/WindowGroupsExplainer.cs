namespace DetectionKit;

/// <summary>Explains the groups that were gathered at one aggregate.</summary>
internal sealed class WindowGroupsExplainer<T, TAlert, TOptions>(
    Detection<TAlert, TOptions> detection, Queries.SourceNode source, WindowGroups<T, TAlert, TOptions> groups, DateTimeOffset asked, TOptions options)
    where TOptions : class, new()
{
    private const int NearestWindows = 3;
    private readonly PaneExplainer _panes = new(detection.Plan, groups.Aggregate, options);
    private readonly int _stage = detection.Plan.NumberOf(groups.Aggregate);

    /// <summary>Lines on groups that have no event in the window.</summary>
    internal List<string> Nearest { get; } = [];

    /// <summary>The groups, those with most events in the window first.</summary>
    internal IEnumerable<AlertKey> Keys => groups.Events
        .OrderByDescending(group => groups.PanesOf(group.Key).Select(pane => pane.Events).DefaultIfEmpty().Max())
        .ThenByDescending(group => group.Value.Count)
        .ThenBy(group => group.Key)
        .Select(group => group.Key);

    internal IEnumerable<PaneExplanation> Explain(AlertKey key) => IsSliding ? Sliding(key) : Aligned(key);

    private bool IsSliding { get; } = new ExpressionEvaluator().Bind(detection.Plan.Options, options).Bind(groups.Aggregate.Window.Lambda.Parameters[0], null).Evaluate(groups.Aggregate.Window.Lambda.Body) is WindowSpec { IsAtEveryEvent: true };

    private IEnumerable<PaneExplanation> Aligned(AlertKey key)
    {
        var panes = Chosen([.. groups.PanesOf(key)]);
        if (panes.Count > 0) return panes.SelectMany(pane => _panes.Explain(pane, Fallen(key, pane.Window, pane.Events)));
        var all = AllPanes(key);
        var empty = Chosen(all.FindAll(pane => WindowGroups<T, TAlert, TOptions>.Holds(pane.Window, asked)));
        if (empty.Count > 0) return empty.Select(pane => _panes.Empty(key, pane.Window, Fallen(key, pane.Window, 0)));
        Missing(key, all);
        return [];
    }

    private IEnumerable<PaneExplanation> Sliding(AlertKey key)
    {
        var panes = SlidingPanes.About(detection, source, groups.Aggregate, groups.Pattern, options, groups.Events[key], asked).Where(pane => pane.Key.Equals(key)).ToList();
        if (panes.Count > 0)
        {
            var explained = panes.SelectMany(pane => _panes.Explain(pane, Fallen(key, pane.Window, pane.Events))).ToList();
            yield return explained.OrderByDescending(Progress).ThenByDescending(pane => pane.Events).ThenBy(pane => pane.Window.End).First() with { OfPanes = panes.Count };
            yield break;
        }

        var all = AllPanes(key);
        var about = all.FindAll(pane => pane.Window.Start <= asked && asked <= pane.Window.End);
        if (about.Count == 0) Missing(key, all);
        else yield return _panes.Empty(key, about[0].Window, Fallen(key, about[0].Window, 0));
    }

    private static int Progress(PaneExplanation pane) => pane.Fires ? int.MaxValue : pane.Stages.TakeWhile(stage => stage.Verdict is StageVerdict.Passed or StageVerdict.Depends).Count();

    // A window that starts at the very time that was asked for is the one that was meant; windows may overlap.
    private List<PaneRow> Chosen(List<PaneRow> panes) => panes.FindAll(pane => pane.Window.Start == asked) is { Count: > 0 } exact ? exact : panes;

    private List<PaneRow> AllPanes(AlertKey key)
    {
        var plan = PanePlan.Of(detection.Plan, groups.Aggregate, groups.Pattern, filtered: false);
        var run = new PaneRun<TOptions>(plan, detection.Info, options, PaneRun<TOptions>.AnyOrder, source.RowType);
        return [.. run.Of(groups.Events[key].Select(e => e.Event).ToArray()).Where(pane => pane.Key.Equals(key))];
    }

    private void Missing(AlertKey key, List<PaneRow> all)
    {
        var windows = all.Select(pane => pane.Window).OrderBy(window => (window.Start - asked).Duration()).ThenBy(window => window.Start).Take(NearestWindows).Select(KeyText.Of).ToList();
        Nearest.Add($"{KeyText.Of(key.Parts)}: no event in a window about {ValueText.OfTime(asked)}{(windows.Count > 0 ? $"; its nearest: {string.Join(", ", windows)}" : "")}.");
    }

    private List<FallenEvents> Fallen(AlertKey key, AlertWindow window, long counted)
    {
        var events = groups.Events[key].FindAll(e => e.IsIn(window, IsSliding));
        var fallen = events.Where(e => e.FellAt is not null).GroupBy(e => e.FellAt!).OrderBy(at => at.Key.Number)
            .Select(at => new FallenEvents(at.Key.Number, at.Key.Text, at.Count())).ToList();
        var late = groups.LateIn(key, window);
        if (late > 0) fallen.Add(new(_stage, "they came after the window had closed", late));
        var repeats = events.Count(e => e.FellAt is null) - counted - late;
        if (repeats <= 0) return fallen;
        fallen.Add(groups.DropsRepeats is { } distinct ? new(distinct.Number, distinct.Text, repeats) : new(_stage, "they were set aside: faulty, from the far future, or at a limit of keyed state", repeats));
        return fallen;
    }
}
