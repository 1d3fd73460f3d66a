namespace DetectionKit;

/// <summary>A detection without options: its numbers are constants of the query.</summary>
/// <typeparam name="TAlert">What an alert says.</typeparam>
public abstract class Detection<TAlert> : Detection<TAlert, NoOptions>
{
    /// <summary>The query. It is called once.</summary>
    /// <param name="events">The sources: <c>events.Of&lt;Login&gt;()</c>.</param>
    public abstract DetectionQuery<TAlert> Define(EventSources events);

    /// <inheritdoc/>
    public sealed override DetectionQuery<TAlert> Define(EventSources events, NoOptions o) => Define(events);
}
