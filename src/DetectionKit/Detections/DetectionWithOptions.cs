using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>A detection over any number of event types. For one event type, derive from <see cref="Detection{TEvent, TAlert, TOptions}"/>.</summary>
/// <typeparam name="TAlert">What an alert says.</typeparam>
/// <typeparam name="TOptions">Its numbers and lists: a class whose defaults are the detection's defaults.</typeparam>
public abstract class Detection<TAlert, TOptions> : Detection
    where TOptions : class, new()
{
    /// <inheritdoc/>
    public sealed override Type OptionsType => typeof(TOptions);

    /// <inheritdoc/>
    public sealed override Type AlertType => typeof(TAlert);

    /// <summary>How batch output is ranked, or null for the engine's order: window end, then key.</summary>
    public virtual AlertRank<TAlert>? Rank => null;

    /// <summary>The query. It is called once; <paramref name="o"/> may be read inside query expressions only, where it is a symbol.</summary>
    /// <param name="events">The sources.</param>
    /// <param name="o">The options, as a symbol.</param>
    public abstract DetectionQuery<TAlert> Define(EventSources events, TOptions o);

    /// <inheritdoc/>
    public sealed override TResult Accept<TResult>(IDetectionVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }

    private protected sealed override DetectionPlan BuildPlan() => DetectionPlan.Build(Info.Id, typeof(TOptions), () =>
        Define(new EventSources(), null!)?.Node ?? throw new InvalidOperationException($"{Info.Id}: Define returned no query."));
}
