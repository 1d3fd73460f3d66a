using System.Linq.Expressions;
using System.Reflection;
using DetectionKit.Queries;

namespace DetectionKit.CommandLine.Fields;

/// <summary>Which members of its events a detection reads, those of the detections whose alerts it reads included.</summary>
internal sealed class FieldsRead : ExpressionVisitor
{
    private readonly Type _event;
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    private FieldsRead(Type eventType) => _event = eventType;

    /// <summary>The members, in order of name.</summary>
    internal static IReadOnlyList<PropertyInfo> Of(DetectionPlan plan, Type eventType)
    {
        var reads = new FieldsRead(eventType);
        reads.Add(plan);
        return [.. reads._names.Select(name => eventType.GetProperty(name)!)];
    }

    /// <summary>Those of them that a record may lack.</summary>
    internal static IReadOnlyList<PropertyInfo> NullableOf(DetectionPlan plan, Type eventType) =>
        [.. Of(plan, eventType).Where(member => !member.PropertyType.IsValueType || Nullable.GetUnderlyingType(member.PropertyType) is not null)];

    private void Add(DetectionPlan plan)
    {
        foreach (var stage in plan.Stages)
        {
            if (stage is AlertsNode alerts) Add(alerts.Detection.Plan);
            foreach (var expression in stage.Expressions) Visit(expression.Lambda);
        }
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Member is PropertyInfo property && node.Expression?.Type == _event) _names.Add(property.Name);
        return base.VisitMember(node);
    }
}
