using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Takes the row of a pane through the stages after its aggregate.</summary>
internal sealed class PaneExplainer(DetectionPlan plan, AggregateNode aggregate, object options)
{
    private readonly StageEvaluator _stages = new(plan, options);
    private readonly RowWalk _walk = new(plan, options, beyondFalls: true);

    /// <summary>One explanation, or several where the plan branches after the aggregate.</summary>
    internal IEnumerable<PaneExplanation> Explain(PaneRow pane, IReadOnlyList<FallenEvents> fallen)
    {
        IReadOnlyList<StageOutcome> having = aggregate.Having.Count == 0 ? [] : [Having(pane)];
        return _walk.From(aggregate, pane.Row, having).Select(path =>
        {
            var passes = path.FellAt is null;
            var fires = passes && path.End is null;
            return new PaneExplanation
            {
                Key = pane.Key,
                Window = pane.Window,
                Stage = plan.NumberOf(aggregate),
                Events = pane.Events,
                Fallen = fallen,
                Values = RowValue.Of(pane.Row),
                Stages = path.Outcomes,
                Fires = fires,
                GoesOnTo = passes && path.End is { } next ? plan.NumberOf(next) : null,
                Tier = fires ? path.Tier : null,
                Alert = fires ? path.Row : null,
            };
        });
    }

    /// <summary>The explanation of a window in which all events of the group fell.</summary>
    internal PaneExplanation Empty(AlertKey key, AlertWindow window, IReadOnlyList<FallenEvents> fallen) =>
        new() { Key = key, Window = window, Stage = plan.NumberOf(aggregate), Events = 0, Fallen = fallen, Values = [], Stages = [], Fires = false };

    private StageOutcome Having(PaneRow pane)
    {
        var evaluator = new ExpressionEvaluator();
        var explainer = _stages.Explainer(evaluator);
        var terms = aggregate.Having.SelectMany(having => PaneTerms.Of(having.Lambda)).ToList();
        for (var i = 0; i < terms.Count; i++) evaluator.Bind(terms[i], pane.Terms[i]);
        return _stages.Conditions(aggregate, [.. aggregate.Having.Select(having => explainer.Explain(having.Lambda.Body))]);
    }
}
