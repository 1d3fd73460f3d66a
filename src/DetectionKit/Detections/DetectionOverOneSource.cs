using System.Linq.Expressions;

namespace DetectionKit;

/// <summary>A detection over one event type.</summary>
/// <typeparam name="TEvent">The event type: any class, record or struct with an event time.</typeparam>
/// <typeparam name="TAlert">What an alert says.</typeparam>
/// <typeparam name="TOptions">Its numbers and lists: a class whose defaults are the detection's defaults.</typeparam>
public abstract class Detection<TEvent, TAlert, TOptions> : Detection<TAlert, TOptions>
    where TOptions : class, new()
{
    /// <summary>Reads an event's time; null for the member marked <see cref="EventTimeAttribute"/>, else the only <see cref="DateTimeOffset"/> member.</summary>
    protected virtual Expression<Func<TEvent, DateTimeOffset>>? EventTime => null;

    /// <summary>The query. It is called once; <paramref name="o"/> may be read inside query expressions only, where it is a symbol.</summary>
    /// <param name="events">The events.</param>
    /// <param name="o">The options, as a symbol.</param>
    public abstract DetectionQuery<TAlert> Define(Events<TEvent> events, TOptions o);

    /// <inheritdoc/>
    public sealed override DetectionQuery<TAlert> Define(EventSources events, TOptions o)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Define(events.Of(EventTime), o);
    }
}
