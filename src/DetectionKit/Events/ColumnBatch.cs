using System.Linq.Expressions;

namespace DetectionKit;

/// <summary>A batch over one array a member, as a source that decodes only the fields which a plan reads hands it over.</summary>
/// <typeparam name="T">The event type.</typeparam>
public sealed class ColumnBatch<T> : EventBatch<T>
{
    private readonly Dictionary<string, Array> _columns = [];
    private readonly Func<int, T> _materialise;
    private readonly EventPosition[]? _positions;

    /// <summary>Makes a batch without columns: add them with <see cref="Add{V}"/>.</summary>
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

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Columns => _columns.Keys;

    /// <summary>Adds the column of a member.</summary>
    /// <param name="member">The member, such as <c>c => c.RemotePort</c>.</param>
    /// <param name="values">Its values, at least <see cref="EventBatch{T}.Count"/> long.</param>
    /// <returns>This batch.</returns>
    /// <exception cref="ArgumentException">The expression is not a plain member of the event, or the array is too short.</exception>
    public ColumnBatch<T> Add<V>(Expression<Func<T, V>> member, V[] values)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(values);
        if (member.Body is not MemberExpression { Expression: ParameterExpression } access)
        {
            throw new ArgumentException($"{member.Body} is not a member of {typeof(T).Name}: write e => e.Member.", nameof(member));
        }

        if (values.Length < Count)
        {
            throw new ArgumentException($"The column {access.Member.Name} has {values.Length} values for {Count} rows.", nameof(values));
        }

        _columns[access.Member.Name] = values;
        return this;
    }

    /// <inheritdoc/>
    public override V[] Column<V>(string member) => _columns.TryGetValue(member, out var column) && column is V[] typed ? typed : base.Column<V>(member);

    /// <inheritdoc/>
    public override T Materialise(int row) => _materialise(row);

    /// <inheritdoc/>
    public override EventPosition? PositionOf(int row) => _positions is null ? null : _positions[row];
}
