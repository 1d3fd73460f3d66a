namespace DetectionKit.Engine;

/// <summary>Whether a batch is objects, or which members it has as columns, and of these as dictionary columns: each layout gets a loop of its own.</summary>
internal sealed class BatchLayout
{
    private BatchLayout(IReadOnlyCollection<string> columns, IReadOnlyCollection<string> dictionaryColumns, bool isArray)
    {
        Columns = columns;
        DictionaryColumns = dictionaryColumns;
        IsArray = isArray;
    }

    internal static BatchLayout Objects { get; } = new([], [], isArray: true);

    internal IReadOnlyCollection<string> Columns { get; }

    internal IReadOnlyCollection<string> DictionaryColumns { get; }

    internal bool IsArray { get; }

    internal string Name => IsArray ? "objects" : $"{Joined(Columns)}/{Joined(DictionaryColumns)}";

    internal static BatchLayout Of<T>(EventBatch<T> batch) => batch is ObjectBatch<T> ? Objects : new([.. batch.Columns], [.. batch.DictionaryColumns], isArray: false);

    internal bool Fits<T>(EventBatch<T> batch)
    {
        if (IsArray) return batch is ObjectBatch<T>;
        return batch is not ObjectBatch<T> && AreSame(batch.Columns, Columns) && AreSame(batch.DictionaryColumns, DictionaryColumns);
    }

    private static bool AreSame(IReadOnlyCollection<string> x, IReadOnlyCollection<string> y) => x.Count == y.Count && x.All(y.Contains);

    private static string Joined(IEnumerable<string> members) => string.Join(',', members.Order(StringComparer.Ordinal));
}
