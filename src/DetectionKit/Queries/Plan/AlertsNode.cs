using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>The alerts of another detection, where a detection over detections starts. What that detection does inside is its own: a plan shows it as one stage.</summary>
public sealed class AlertsNode : PlanNode
{
    internal AlertsNode(Detection detection, object options)
    {
        Detection = detection;
        Options = options;
        RowType = typeof(Alert<>).MakeGenericType(detection.AlertType);
    }

    /// <summary>The detection.</summary>
    public Detection Detection { get; }

    /// <summary>The options that it runs under.</summary>
    public object Options { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PlanNode> Inputs => [];

    /// <inheritdoc/>
    public override Type RowType { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => [];

    /// <inheritdoc/>
    public override string Kind => "alerts";

    internal override IEnumerable<SourceNode> Sources => Detection.Plan.Sources;

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) => this;
}
