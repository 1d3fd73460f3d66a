using System.Linq.Expressions;

namespace DetectionKit;

/// <summary>A batch over one array a member, as a source that decodes only the fields which a plan reads hands it over.</summary>
/// <typeparam name="T">The event type.</typeparam>
public sealed class ColumnBatch<T> : EventBatch<T>, IKeptBatch
{
    private readonly Dictionary<string, object> _columns = [];
    private readonly List<string> _dictionaryColumns = [];
    private readonly Func<int, T> _materialise;
    private readonly EventPosition[]? _positions;

    /// <summary>Makes a batch without columns: add them with <see cref="Add{V}(Expression{Func{T, V}}, V[])"/>, or with its sister that takes a dictionary column.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="materialise">Makes the event of a row, for what the columns can't give (a whole event, a computed member).</param>
    /// <param name="positions">Where each row came from, or null.</param>
    public ColumnBatch(int count, Func<int, T> materialise, EventPosition[]? positions = null)
        : base(count)
    {
        ArgumentNullException.ThrowIfNull(materialise);
        _materialise = materialise;
        _positions = positions;
    }

    /// <summary>
    /// Whether the arrays are left alone for good, and the batch gives the same events whenever it is asked. Then evidence keeps the batch and the number of a row, and an event is made when
    /// an alert shows it; else it is made when its row is read. A source that fills its arrays again leaves it false.
    /// </summary>
    public bool IsImmutable { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Columns => _columns.Keys;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> DictionaryColumns => _dictionaryColumns;

    /// <summary>Adds the column of a member.</summary>
    /// <param name="member">The member, such as <c>c => c.RemotePort</c>.</param>
    /// <param name="values">Its values, at least <see cref="EventBatch{T}.Count"/> long.</param>
    /// <returns>This batch.</returns>
    /// <exception cref="ArgumentException">The expression is not a plain member of the event, the array is too short, or the member has a column already.</exception>
    public ColumnBatch<T> Add<V>(Expression<Func<T, V>> member, V[] values)
    {
        var name = NameOf(member);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length < Count) throw new ArgumentException($"The column {name} has {values.Length} values for {Count} rows.", nameof(values));
        Add(name, values);
        return this;
    }

    /// <summary>
    /// Adds the column of a member as indices into a dictionary of its distinct values. It is the quickest column: a filter that reads only this member runs once for each distinct
    /// value, and a value that is part of a key is looked up once.
    /// </summary>
    /// <param name="member">The member, such as <c>c => c.Image</c>.</param>
    /// <param name="column">Its indices, at least <see cref="EventBatch{T}.Count"/> of them, and the dictionary, which many batches may share.</param>
    /// <returns>This batch.</returns>
    /// <exception cref="ArgumentException">
    /// The expression is not a plain member of the event, there are too few indices, one of them is not in the dictionary, or the member has a column already.
    /// </exception>
    public ColumnBatch<T> Add<V>(Expression<Func<T, V>> member, DictionaryColumn<V> column)
    {
        var name = NameOf(member);
        ArgumentNullException.ThrowIfNull(column);
        var (indices, dictionary) = (column.Indices, column.Dictionary);
        if (indices.Length < Count) throw new ArgumentException($"The column {name} has {indices.Length} indices for {Count} rows.", nameof(column));
        var values = dictionary.Count;
        var rows = indices.AsSpan(0, Count);

        // A range that ends before it begins would hold every index.
        var stray = values > 0 ? rows.IndexOfAnyExceptInRange(0, values - 1) : rows.IsEmpty ? -1 : 0;
        if (stray >= 0) throw new ArgumentException($"The column {name} has the index {indices[stray]} at row {stray}, and its dictionary has {values} values.", nameof(column));
        Add(name, column);
        _dictionaryColumns.Add(name);
        return this;
    }

    /// <inheritdoc/>
    public override V[] Column<V>(string member) => _columns.GetValueOrDefault(member) switch
    {
        V[] values => values,
        DictionaryColumn<V> column => Decode(column),
        _ => base.Column<V>(member),
    };

    /// <inheritdoc/>
    public override DictionaryColumn<V> DictionaryColumn<V>(string member) => _columns.GetValueOrDefault(member) as DictionaryColumn<V> ?? base.DictionaryColumn<V>(member);

    /// <inheritdoc/>
    public override T Materialise(int row) => _materialise(row);

    /// <inheritdoc/>
    public override EventPosition? PositionOf(int row) => _positions is null ? null : _positions[row];

    internal override IKeptBatch? Kept => IsImmutable ? this : null;

    object? IKeptBatch.EventAt(int row) => Materialise(row);

    EventPosition? IKeptBatch.PositionAt(int row) => PositionOf(row);

    private static string NameOf<V>(Expression<Func<T, V>> member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.Body is MemberExpression { Expression: ParameterExpression } access
            ? access.Member.Name
            : throw new ArgumentException($"{member.Body} is not a member of {typeof(T).Name}: write e => e.Member.", nameof(member));
    }

    private void Add(string name, object column)
    {
        if (!_columns.TryAdd(name, column)) throw new ArgumentException($"The batch has a column {name} already.", nameof(name));
    }

    private V[] Decode<V>(DictionaryColumn<V> column)
    {
        var values = new V[Count];
        for (var row = 0; row < Count; row++) values[row] = column.Dictionary[column.Indices[row]];
        return values;
    }
}
