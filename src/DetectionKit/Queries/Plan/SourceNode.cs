using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>A source of events of one type.</summary>
/// <param name="eventType">The event type.</param>
/// <param name="time">Reads the event time: a function from the event to <see cref="DateTimeOffset"/>.</param>
public sealed class SourceNode(Type eventType, LambdaExpression time) : PlanNode
{
    /// <summary>The event time of an event.</summary>
    public PlanExpression Time { get; } = new("time", time);

    /// <inheritdoc/>
    public override IReadOnlyList<PlanNode> Inputs => [];

    /// <inheritdoc/>
    public override Type RowType => eventType;

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => [Time];

    /// <inheritdoc/>
    public override string Kind => "source";

    internal override IEnumerable<SourceNode> Sources => [this];

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) => new SourceNode(eventType, rewrite(Time));
}
