using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Explains the groups of a key in a window.</summary>
internal static class GroupExplainer
{
    internal static GroupExplanation Explain<T, TAlert, TOptions>(
        Detection<TAlert, TOptions> detection, IEnumerable<EventBatch<T>> batches, object key, DateTimeOffset asked, TOptions options, RunSettings settings)
        where TOptions : class, new()
    {
        var source = EventSource.Of<T>(detection);
        var gathered = Windows<T, TAlert, TOptions>(detection, source, key, asked, options, settings);
        long events = 0;
        foreach (var batch in batches)
        {
            events += batch.Count;
            foreach (var groups in gathered) groups.Read(batch);
        }

        var panes = new List<PaneExplanation>();
        var nearest = new List<string>();
        var notShown = 0;
        foreach (var groups in gathered)
        {
            groups.Complete();
            var explainer = new WindowGroupsExplainer<T, TAlert, TOptions>(detection, source, groups, asked, options);
            panes.AddRange(explainer.Keys.Take(GroupExplanation.MostGroups).SelectMany(explainer.Explain));
            notShown += Math.Max(0, groups.Events.Count - GroupExplanation.MostGroups);
            nearest.AddRange(groups.Events.Count == 0 ? groups.Neighbours.Describe() : explainer.Nearest);
        }

        return new()
        {
            Detection = detection.Info,
            Key = gathered[0].Pattern.Parts,
            Time = asked,
            Events = events,
            MatchingEvents = gathered.Max(groups => groups.Events.Values.Sum(group => (long)group.Count)),
            Panes = panes,
            GroupsNotShown = notShown,
            Nearest = nearest,
            Faulty = [.. gathered.SelectMany(groups => groups.Report.FaultySample)],
        };
    }

    private static List<WindowGroups<T, TAlert, TOptions>> Windows<T, TAlert, TOptions>(
        Detection<TAlert, TOptions> detection, SourceNode source, object key, DateTimeOffset asked, TOptions options, RunSettings settings)
        where TOptions : class, new()
    {
        var plan = detection.Plan;
        var found = new List<WindowGroups<T, TAlert, TOptions>>();
        ArgumentException? refused = null;
        foreach (var aggregate in plan.Stages.OfType<AggregateNode>())
        {
            var routes = EventRoute.Of(plan, source, aggregate, options);
            if (routes.Count == 0) continue;
            try
            {
                var pattern = KeyPattern.Of(aggregate, key);
                var drops = plan.Stages.OfType<FirstPerKeyNode>().Select(plan.NumberOf).ToHashSet();
                found.Add(new(detection, source, aggregate, routes, pattern, asked, options, settings)
                {
                    DropsRepeats = routes.SelectMany(route => route.Stages).FirstOrDefault(stage => drops.Contains(stage.Number)),
                });
            }
            catch (ArgumentException e)
            {
                refused ??= e;
            }
        }

        if (found.Count > 0) return found;
        if (refused is not null) throw new ArgumentException(refused.Message, refused.ParamName, refused);
        throw new InvalidOperationException($"{detection.Info.Id} has no window over {TypeText.Of(typeof(T))}, so it has no groups: explain one event, Explain(e).");
    }
}
