using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.CommandLine.Fields;

/// <summary>Counts in how many rows of a batch a member is null: in its column, where the batch has one.</summary>
internal static class MemberCounter
{
    /// <summary>The counter of a member: of a batch, from a row to another, which is no more part of it.</summary>
    internal static Func<EventBatch<T>, int, int, long> Of<T>(PropertyInfo member) => (Func<EventBatch<T>, int, int, long>)typeof(MemberCounter)
        .GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(typeof(T), member.PropertyType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [member], null)!;

    private static Func<EventBatch<T>, int, int, long> Make<T, V>(PropertyInfo member)
    {
        var e = Expression.Parameter(typeof(T), "e");
        var get = Expression.Lambda<Func<T, V>>(Expression.Property(e, member), e).Compile();
        return (batch, from, to) =>
        {
            if (batch.DictionaryColumns.Contains(member.Name)) return OfDictionary(batch.DictionaryColumn<V>(member.Name), from, to);
            return batch.Columns.Contains(member.Name) ? batch.Column<V>(member.Name).AsSpan(from, to - from).CountMissing() : OfEvents(batch, get, from, to);
        };
    }

    private static long OfDictionary<V>(DictionaryColumn<V> column, int from, int to)
    {
        var values = column.Dictionary.Values;
        var missing = 0L;
        foreach (var index in column.Indices.AsSpan(from, to - from))
        {
            if (values[index] is null) missing++;
        }

        return missing;
    }

    private static long CountMissing<V>(this Span<V> values)
    {
        var missing = 0L;
        foreach (var value in values)
        {
            if (value is null) missing++;
        }

        return missing;
    }

    // An event that can't be read is the run's to count.
    private static long OfEvents<T, V>(EventBatch<T> batch, Func<T, V> get, int from, int to)
    {
        var missing = 0L;
        for (var row = from; row < to; row++)
        {
            try
            {
                if (get(batch.Materialise(row)) is null) missing++;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                continue;
            }
        }

        return missing;
    }
}
