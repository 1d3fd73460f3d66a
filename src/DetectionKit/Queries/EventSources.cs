using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Where a detection gets its events: one source an event type.</summary>
public sealed class EventSources
{
    private readonly Dictionary<Type, SourceNode> _sources = [];

    internal EventSources()
    {
    }

    /// <summary>The events of a type.</summary>
    /// <param name="time">
    /// Reads an event's time. Not needed when the type has one <see cref="DateTimeOffset"/> member only, or marks one with <see cref="EventTimeAttribute"/>.
    /// </param>
    /// <exception cref="InvalidOperationException">The event time is not clear, or was given differently before.</exception>
    public Events<T> Of<T>(Expression<Func<T, DateTimeOffset>>? time = null)
    {
        if (_sources.TryGetValue(typeof(T), out var known))
        {
            if (time is not null && ExpressionText.Of(time) != ExpressionText.Of(known.Time.Lambda))
            {
                throw new InvalidOperationException($"{typeof(T).Name} already has the event time {ExpressionText.Of(known.Time.Lambda)}: one event type has one event time in a detection.");
            }

            return new(known);
        }

        var source = new SourceNode(typeof(T), time ?? EventTime.Of(typeof(T)));
        _sources.Add(typeof(T), source);
        return new(source);
    }

    /// <summary>The alerts of another detection: <c>events.Alerts(new VpsBeaconing())</c>. An alert's event time is the end of its window.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">The options that it runs under, whatever this detection's are; null for its defaults.</param>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    public DetectionQuery<Alert<TAlert>> Alerts<TAlert, TOptions>(Detection<TAlert, TOptions> detection, TOptions? options = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(detection);
        options ??= new();
        DetectionOptionsValidator.ThrowIfInvalid(options, detection.Info.Id);
        return DetectionQuery<Alert<TAlert>>.Over(new AlertsNode(detection, options));
    }
}
