using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Explains one event.</summary>
internal static class EventExplainer
{
    internal static EventExplanation Explain<T, TAlert, TOptions>(Detection<TAlert, TOptions> detection, T e, TOptions options)
        where TOptions : class, new()
    {
        var plan = detection.Plan;
        var source = EventSource.Of<T>(detection);
        DateTimeOffset time;
        try
        {
            time = (DateTimeOffset)new ExpressionEvaluator().Bind(plan.Options, options).Bind(source.Time.Lambda.Parameters[0], e).Evaluate(source.Time.Lambda.Body)!;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new() { Detection = detection.Info, Event = e!, TimeError = error, Paths = [] };
        }

        var paths = new RowWalk(plan, options, beyondFalls: false).From(source, e, []);
        return new() { Detection = detection.Info, Event = e!, Time = time, Paths = [.. paths.Select(Finish)] };

        EventPath Finish(RowPath path)
        {
            if (path.FellAt is not null || path.IsOpen) return new() { Stages = path.Outcomes, IsOpen = path.IsOpen && path.FellAt is null };
            return path.End is null ? new() { Stages = path.Outcomes, Alert = path.Row, Tier = path.Tier } : Count(path, path.End);
        }

        EventPath Count(RowPath path, AggregateNode aggregate)
        {
            var number = plan.NumberOf(aggregate);
            var run = new PaneRun<TOptions>(PanePlan.Of(plan, aggregate), detection.Info, options, PaneRun<TOptions>.AnyOrder, source.RowType);
            var panes = run.Of([e]);
            if (panes.Count > 0) return new() { Stages = path.Outcomes, Group = new(number, panes[0].Key, [.. panes.Select(pane => pane.Window)]) };
            var error = run.Report.FaultySample is [var fault, ..] ? fault.Error : null;
            var outcome = new StageOutcome
            {
                Stage = number,
                Kind = aggregate.Kind,
                Verdict = error is null ? StageVerdict.Fell : StageVerdict.Faulty,
                Error = error,
                Lines = [error is null ? "between windows: none holds the event" : $"threw {error.GetType().Name}: {error.Message}"],
            };
            return new() { Stages = [.. path.Outcomes, outcome] };
        }
    }
}
