namespace DetectionKit.Engine;

/// <summary>Whether a batch is objects, or which members it has as columns: each layout gets a loop of its own.</summary>
internal sealed class BatchLayout
{
    private BatchLayout(IReadOnlyCollection<string> columns, bool isArray)
    {
        Columns = columns;
        IsArray = isArray;
    }

    internal static BatchLayout Objects { get; } = new([], isArray: true);

    internal IReadOnlyCollection<string> Columns { get; }

    internal bool IsArray { get; }

    internal string Name => IsArray ? "objects" : string.Join(',', Columns.Order(StringComparer.Ordinal));

    internal static BatchLayout Of<T>(EventBatch<T> batch) => batch is ObjectBatch<T> ? Objects : new([.. batch.Columns], isArray: false);

    internal bool Fits<T>(EventBatch<T> batch) => IsArray ? batch is ObjectBatch<T> : batch is not ObjectBatch<T> && batch.Columns.Count == Columns.Count && batch.Columns.All(Columns.Contains);
}
