using System.Reflection;
using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>Events of a class derived from the one that a detection reads.</summary>
internal static class DerivedEvents
{
    internal static void Push<T, TAlert, TOptions>(DetectionEngine<TAlert, TOptions> engine, EventBatch<T> batch, Type source)
        where TOptions : class, new() =>
        typeof(DerivedEvents).GetMethod(nameof(PushAs), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(source, typeof(T), typeof(TAlert), typeof(TOptions)).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [engine, batch], null);

    private static void PushAs<TBase, T, TAlert, TOptions>(DetectionEngine<TAlert, TOptions> engine, EventBatch<T> batch)
        where T : TBase
        where TOptions : class, new()
    {
        var items = new TBase[batch.Count];
        var positions = new EventPosition[batch.Count];
        var known = false;
        for (var row = 0; row < batch.Count; row++)
        {
            items[row] = batch.Materialise(row);
            if (batch.PositionOf(row) is not { } position) continue;
            positions[row] = position;
            known = true;
        }

        engine.Push(new ObjectBatch<TBase>(items, items.Length, known ? positions : null) { WatermarkLimit = batch.WatermarkLimit });
    }
}
