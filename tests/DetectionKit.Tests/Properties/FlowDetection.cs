using System.Linq.Expressions;

namespace DetectionKit.Tests.Properties;

/// <summary>A detection over flows from a lambda, with options.</summary>
internal sealed class FlowDetection<TAlert>(string id, Func<Events<Flow>, FlowOptions, DetectionQuery<TAlert>> query, int version = 1) : Detection<Flow, TAlert, FlowOptions>
{
    public override DetectionInfo Info { get; } = new() { Id = id, Title = id, Version = version };

    protected override Expression<Func<Flow, DateTimeOffset>> EventTime => e => e.Time;

    public override DetectionQuery<TAlert> Define(Events<Flow> events, FlowOptions o) => query(events, o);
}
