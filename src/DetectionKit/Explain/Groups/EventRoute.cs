using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>A way from a source to an aggregate, as code: the key of an event, also of one that falls on the way, and where it falls.</summary>
internal sealed class EventRoute
{
    private readonly IReadOnlyList<EventStage> _stages;
    private readonly Func<object?, object?, object?> _key;
    private readonly object _options;

    private EventRoute(DetectionPlan plan, IReadOnlyList<PlanNode> way, AggregateNode aggregate, object options)
    {
        _options = options;
        _stages = [.. way.Select(stage => EventStage.Of(plan, stage, options))];
        _key = EventStage.Compile<object?>(plan, aggregate.Inputs[0].RowType, row => KeyReader.Read(aggregate, row));
    }

    /// <summary>The stages on the way.</summary>
    internal IReadOnlyList<EventStage> Stages => _stages;

    /// <summary>All ways from a source to an aggregate without another window between.</summary>
    internal static IReadOnlyList<EventRoute> Of(DetectionPlan plan, SourceNode source, AggregateNode aggregate, object options)
    {
        var routes = new List<EventRoute>();
        Back(aggregate.Inputs[0], []);
        return routes;

        void Back(PlanNode node, PlanNode[] way)
        {
            if (node == source) routes.Add(new(plan, way, aggregate, options));
            if (node is AggregateNode) return;
            foreach (var input in node.Inputs) Back(input, [node, .. way]);
        }
    }

    /// <summary>The key of an event and the stage where it falls (null when it passes); no key when it can't be read.</summary>
    internal (AlertKey? Key, EventStage? FellAt) Follow(object? e)
    {
        EventStage? fellAt = null;
        var row = e;
        foreach (var stage in _stages)
        {
            try
            {
                if (stage.Keeps?.Invoke(row, _options) == false) fellAt ??= stage;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                fellAt ??= stage;
            }

            if (stage.Makes is null) continue;
            try
            {
                row = stage.Makes(row, _options);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                return (null, fellAt ?? stage);
            }
        }

        try
        {
            return ((AlertKey?)_key(row, _options), fellAt);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return (null, fellAt);
        }
    }
}
