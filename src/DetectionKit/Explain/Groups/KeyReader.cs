using System.Linq.Expressions;
using System.Reflection;
using DetectionKit.Engine;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Reads the key of a row, as the engine has it.</summary>
internal static class KeyReader
{
    /// <summary>The code that reads the key of a row that comes to an aggregate.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="row">The row; the options' symbol stays as it is.</param>
    internal static Expression Read(AggregateNode aggregate, Expression row)
    {
        var shape = new KeyShape(aggregate.Key?.Lambda);
        var columns = Expression.Constant(shape.Parts.Select(part => part.MakeColumn()).ToArray());
        var codes = shape.Values(RowBinding.Of(row)).Select((value, part) => Expression.Call(shape.Column(columns, part), nameof(KeyColumn<,>.CodeOf), null, value));
        var make = typeof(KeyReader).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(shape.Type);
        return Expression.Call(make, shape.Pack([.. codes]), columns, Expression.Constant(shape.Parts.Select(part => part.Name).ToArray()));
    }

    /// <summary>The parts of an aggregate's key, by name and type.</summary>
    internal static IReadOnlyList<(string Name, Type Type)> Parts(AggregateNode aggregate) => [.. new KeyShape(aggregate.Key?.Lambda).Parts.Select(part => (part.Name, part.Value.Type))];

    private static AlertKey Make<TKey>(TKey key, KeyColumn[] columns, string[] names)
        where TKey : struct, IGroupKey<TKey> => new KeyColumns<TKey>(names, columns).KeyOf(key);
}
