using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>The events of one source: where a query starts.</summary>
/// <typeparam name="T">The event type: any class, record or struct with an event time.</typeparam>
public sealed class Events<T> : DetectionQuery<T>
{
    internal Events(SourceNode node)
        : base(node)
    {
    }
}
