namespace DetectionKit;

/// <summary>Runs a detection over the parts of an array at once: the first on the caller's thread, as its alerts are asked for, the others in the background.</summary>
internal static class PartitionedRun
{
    /// <summary>The alerts of the parts, in their order.</summary>
    /// <param name="parts">The batches of each part.</param>
    /// <param name="first">The run of the first part.</param>
    /// <param name="start">Starts a run of another part.</param>
    internal static IEnumerable<TAlert> Alerts<T, TAlert>(IReadOnlyList<IEnumerable<EventBatch<T>>> parts, IEventRun<TAlert> first, Func<IEventRun<TAlert>> start)
    {
        var others = new List<BackgroundRun<T, TAlert>>();
        try
        {
            foreach (var part in parts.Skip(1)) others.Add(new(part, start));
            foreach (var alert in Alerts(parts[0], first)) yield return alert;
            foreach (var other in others)
            {
                foreach (var alert in other.Alerts()) yield return alert;
            }
        }
        finally
        {
            // All are told before any is waited for.
            foreach (var other in others) other.Cancel();
            foreach (var other in others) other.Dispose();
        }
    }

    /// <summary>The alerts of a run over batches, as they are asked for.</summary>
    internal static IEnumerable<TAlert> Alerts<T, TAlert>(IEnumerable<EventBatch<T>> batches, IEventRun<TAlert> run)
    {
        foreach (var batch in batches)
        {
            foreach (var alert in run.Push(batch)) yield return alert;
        }

        foreach (var alert in run.Complete()) yield return alert;
    }
}
