using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>
/// The window stages of several plans that run together. Plans with equal filters, key, window and aggregates, under the options in force, share one: each event
/// is filtered, looked up and counted once for all of them.
/// </summary>
internal sealed class SharedWindows
{
    private readonly List<(ExpressionIdentity Identity, Operator Stage)> _stages = [];

    internal Operator? Find(ExpressionIdentity identity) => _stages.Find(stage => stage.Identity.Same(identity)).Stage;

    internal void Add(ExpressionIdentity identity, Operator stage) => _stages.Add((identity, stage));

    /// <summary>
    /// What a stage counts, or null where it can't be shared: what an alert shows of an event is all that its plan reads, so a plan with several ways from its source has
    /// evidence of its own; and a window at every event goes by what its plan made of the one before.
    /// </summary>
    internal static ExpressionIdentity? IdentityOf(DetectionPlan plan, AggregateNode node, WindowSpec window, KeyShape key, PaneSlots slots, object options)
    {
        if (window.IsAtEveryEvent || plan.Sources.Count() != 1 || plan.Stages.Any(stage => stage is MergeNode or MatchNode or AlertsNode)) return null;
        var identity = ExpressionIdentity.Under(plan.Options, options);
        for (var stage = node.Inputs[0]; ; stage = stage.Inputs[0])
        {
            if (stage is not (WhereNode or SelectNode or SourceNode)) return null;
            identity.Add(stage.Kind);
            identity.Add(stage.RowType);
            foreach (var expression in stage.Expressions) identity.Add(expression.Lambda.Body);
            if (stage is SourceNode) break;
        }

        identity.Add(window);
        foreach (var part in key.Parts)
        {
            identity.Add(part.Name);
            identity.Add(part.Value);
        }

        slots.AddTo(identity);
        return identity;
    }
}
