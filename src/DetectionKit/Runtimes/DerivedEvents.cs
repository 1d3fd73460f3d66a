using System.Reflection;
using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>Events of a class derived from the one that a detection reads.</summary>
internal static class DerivedEvents
{
    /// <summary>Pushes events as those of the source that reads them: their own class, or one that it derives from.</summary>
    internal static void PushAsRead<T>(DetectionEngine engine, EventBatch<T> batch)
    {
        if (engine.SourceOf(typeof(T)) is { } source && source != typeof(T)) Push(engine, batch, source);
        else engine.Push(batch);
    }

    internal static void Push<T>(DetectionEngine engine, EventBatch<T> batch, Type source) =>
        typeof(DerivedEvents).GetMethod(nameof(PushAs), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(source, typeof(T)).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [engine, batch], null);

    private static void PushAs<TBase, T>(DetectionEngine engine, EventBatch<T> batch)
        where T : TBase
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
