namespace DetectionKit;

/// <summary>A batch over an array of event objects. The batch does not copy the array: leave it alone until the engine has read it.</summary>
/// <typeparam name="T">The event type.</typeparam>
public sealed class ObjectBatch<T> : EventBatch<T>
{
    private readonly EventPosition[]? _positions;

    /// <summary>Makes a batch of the first <paramref name="count"/> items.</summary>
    /// <param name="items">The events.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="positions">Where each came from, or null; at least <paramref name="count"/> long.</param>
    public ObjectBatch(T[] items, int count, EventPosition[]? positions = null)
        : base(count)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, items.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, positions?.Length ?? int.MaxValue, nameof(positions));
        Items = items;
        _positions = positions;
    }

    /// <summary>Makes a batch of all items.</summary>
    /// <param name="items">The events.</param>
    public ObjectBatch(T[] items)
        : this(items, items?.Length ?? 0)
    {
    }

    /// <summary>Makes a batch of a part of an array.</summary>
    /// <param name="items">The events.</param>
    public ObjectBatch(ArraySegment<T> items)
        : base(items.Count)
    {
        Items = items.Array ?? [];
        Start = items.Offset;
    }

    /// <summary>The array; <see cref="EventBatch{T}.Count"/> of its items, from <see cref="Start"/> on, belong to the batch.</summary>
    public T[] Items { get; }

    /// <summary>Where in <see cref="Items"/> the batch starts.</summary>
    public int Start { get; }

    /// <inheritdoc/>
    public override T Materialise(int row) => Items[Start + row];

    /// <inheritdoc/>
    public override EventPosition? PositionOf(int row) => _positions is null ? null : _positions[row];
}
