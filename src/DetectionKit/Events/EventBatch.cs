namespace DetectionKit;

/// <summary>
/// A number of events handed to the engine at once, as objects or as columns. The engine reads from a column where the batch has the
/// member, and materialises the event only for what columns can't give.
/// </summary>
/// <typeparam name="T">The event type.</typeparam>
public abstract class EventBatch<T>
{
    private protected EventBatch(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
    }

    /// <summary>The number of events.</summary>
    public int Count { get; }

    /// <summary>
    /// The watermark does not pass this time while the batch is being read. A source that holds events back (to join them with what comes
    /// later) sets it to the time of the oldest event that it holds, so that no window closes before that event arrives.
    /// </summary>
    public DateTimeOffset WatermarkLimit { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The members that this batch has as columns, by name.</summary>
    public virtual IReadOnlyCollection<string> Columns => [];

    /// <summary>The column of a member; the array is at least <see cref="Count"/> long.</summary>
    /// <exception cref="KeyNotFoundException">The batch has no such column, or one of another type.</exception>
    public virtual V[] Column<V>(string member) => throw new KeyNotFoundException($"This batch of {typeof(T).Name} has no column {member} of {typeof(V).Name}.");

    /// <summary>The members whose columns are dictionary columns, by name; all of them are among <see cref="Columns"/> too.</summary>
    public virtual IReadOnlyCollection<string> DictionaryColumns => [];

    /// <summary>The dictionary column of a member.</summary>
    /// <exception cref="KeyNotFoundException">The batch has no such column, or one of another type.</exception>
    public virtual DictionaryColumn<V> DictionaryColumn<V>(string member) =>
        throw new KeyNotFoundException($"This batch of {typeof(T).Name} has no dictionary column {member} of {typeof(V).Name}.");

    /// <summary>The batch, where evidence may keep it and ask for an event later.</summary>
    internal virtual IKeptBatch? Kept => null;

    /// <summary>The event at a row, 0 to <see cref="Count"/> - 1.</summary>
    public abstract T Materialise(int row);

    /// <summary>Where the event at a row came from, when the source knows.</summary>
    public virtual EventPosition? PositionOf(int row) => null;
}
