using System.Linq.Expressions;
using System.Reflection;
using DetectionKit.Queries;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Fields;

/// <summary>How often the fields that a detection reads were missing, by event type and format.</summary>
/// <param name="plan">The detection's plan.</param>
/// <param name="report">Knows which input has which format.</param>
internal sealed class FieldCounts(DetectionPlan plan, SourceReport report)
{
    private readonly SortedDictionary<(string Event, string Format), FieldCount> _counts = [];
    private readonly Dictionary<(Type Event, string Source), FieldCount> _bySource = [];

    /// <summary>What was counted, in order of event type and format.</summary>
    internal IReadOnlyCollection<FieldCount> All => _counts.Values;

    /// <summary>The counter of a type's batches.</summary>
    internal Action<EventBatch<T>> For<T>()
    {
        var members = FieldsRead.NullableOf(plan, typeof(T));
        var count = Counter<T>(members);
        return batch =>
        {
            var (source, counted) = ((string?)null, (FieldCount?)null);
            for (var row = 0; row < batch.Count; row++)
            {
                var from = batch.PositionOf(row)?.Source ?? "";
                if (counted is null || !ReferenceEquals(from, source)) (source, counted) = (from, Of(typeof(T), from, members));
                try
                {
                    count(batch.Materialise(row), counted.Missing);
                    counted.Events++;
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    // An event that can't be read is the run's to count.
                }
            }
        };
    }

    private FieldCount Of(Type type, string source, IReadOnlyList<PropertyInfo> members)
    {
        if (_bySource.TryGetValue((type, source), out var known)) return known;
        var format = report.Inputs.FirstOrDefault(input => input.Path == source).Format ?? "json";
        if (!_counts.TryGetValue((type.Name, format), out var count)) _counts.Add((type.Name, format), count = new(type, format, members));
        return _bySource[(type, source)] = count;
    }

    private static Action<T, long[]> Counter<T>(IReadOnlyList<PropertyInfo> members)
    {
        var (e, counts) = (Expression.Parameter(typeof(T), "e"), Expression.Parameter(typeof(long[]), "counts"));
        var body = members.Select((member, i) => (Expression)Expression.IfThen(
            Expression.Equal(Expression.Property(e, member), Expression.Constant(null, member.PropertyType)),
            Expression.PreIncrementAssign(Expression.ArrayAccess(counts, Expression.Constant(i)))));
        return Expression.Lambda<Action<T, long[]>>(Expression.Block(typeof(void), [.. body, Expression.Empty()]), e, counts).Compile();
    }
}
