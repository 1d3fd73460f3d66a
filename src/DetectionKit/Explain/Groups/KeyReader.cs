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
        var make = typeof(KeyReader).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(shape.Type);
        return Expression.Call(make, shape.Make(RowBinding.Of(row)), Expression.Constant(shape.Names));
    }

    /// <summary>The parts of an aggregate's key, by name and type.</summary>
    internal static IReadOnlyList<(string Name, Type Type)> Parts(AggregateNode aggregate)
    {
        var shape = new KeyShape(aggregate.Key?.Lambda);
        var types = new List<Type>();
        for (var cell = shape.Type; cell.IsGenericType; cell = cell.GetGenericArguments()[2]) types.Add(cell.GetGenericArguments()[1]);
        return [.. shape.Names.Zip(types)];
    }

    private static AlertKey Make<TKey>(TKey key, IReadOnlyList<string> names)
        where TKey : struct, IGroupKey<TKey>
    {
        var bytes = new CanonicalBytes();
        key.WriteTo(bytes);
        var values = new List<object?>(names.Count);
        key.AddValuesTo(values);
        return new([.. names.Zip(values, (name, value) => new AlertKeyPart(name, value))], bytes.ToArray());
    }
}
