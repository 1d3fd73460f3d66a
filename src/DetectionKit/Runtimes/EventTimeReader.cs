using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Reads the time of single events, as a plan says, for drivers that must know it before the engine does.</summary>
internal static class EventTimeReader<T, TOptions>
{
    /// <exception cref="ArgumentException">The detection does not read events of this type.</exception>
    internal static Func<T, TOptions, DateTimeOffset> Of(DetectionPlan plan)
    {
        var source = plan.Sources.FirstOrDefault(node => node.RowType == typeof(T))
            ?? throw new ArgumentException($"The detection reads no {typeof(T).Name}; it reads {string.Join(", ", plan.Sources.Select(node => node.RowType.Name))}.");
        return plan.Compiled.Code($"event time{typeof(T)}", () => Expression.Lambda<Func<T, TOptions, DateTimeOffset>>(source.Time.Lambda.Body, source.Time.Lambda.Parameters));
    }
}
