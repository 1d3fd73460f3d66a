namespace DetectionKit.Engine;

/// <summary>A batch of rows of one type.</summary>
internal sealed class Rows<T> : Rows
{
    private EventBatch<T> _batch = new ObjectBatch<T>([]);

    // Public for the compiled loop: null when the batch has columns.
    public T[]? Items;
    public int Start;

    public EventBatch<T> Batch
    {
        get => _batch;
        set
        {
            _batch = value;
            Count = value.Count;
            (Row, From) = (0, 0);
            (Items, Start) = value is ObjectBatch<T> objects ? (objects.Items, objects.Start) : (null, 0);
            if (Times.Length < Count) Times = new long[Math.Max(Count, Times.Length * 2)];
        }
    }

    internal override IKeptBatch? Kept => Origins is null ? _batch.Kept : null;

    internal override object? Event => Origin?.Event ?? _batch.Materialise(Row);

    internal override EventPosition? Position => Origin is { } origin ? origin.Position : _batch.PositionOf(Row);
}
