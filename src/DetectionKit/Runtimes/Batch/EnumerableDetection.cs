using System.Diagnostics.CodeAnalysis;

namespace DetectionKit;

/// <summary>Runs detections over lists and other sequences in memory.</summary>
public static class EnumerableDetection
{
    /// <summary>
    /// The alerts of a detection over a sequence. Lazy: events are read as alerts are asked for. In any order by default, so that the alerts come at the end;
    /// with a tolerance they come as windows close.
    /// </summary>
    /// <param name="source">The events.</param>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <param name="settings">The settings of the run; null for the defaults.</param>
    /// <param name="report">Where the run counts; null when nobody looks.</param>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IEnumerable<Alert<TAlert>> Detect<T, TAlert, TOptions>(
        this IEnumerable<T> source, Detection<TAlert, TOptions> detection, TOptions? options = null, RunSettings? settings = null, RunReport? report = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(source);
        return RunOver<T, Alert<TAlert>>(source, () => detection.Start(options, settings, report, Disorder.Any));
    }

    /// <summary>The alerts of a detection over batches, as a source of files hands them over.</summary>
    /// <inheritdoc cref="Detect{T, TAlert, TOptions}(IEnumerable{T}, Detection{TAlert, TOptions}, TOptions, RunSettings, RunReport)"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IEnumerable<Alert<TAlert>> Detect<T, TAlert, TOptions>(
        this IEnumerable<EventBatch<T>> source, Detection<TAlert, TOptions> detection, TOptions? options = null, RunSettings? settings = null, RunReport? report = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(source);
        return RunOver<T, Alert<TAlert>>(source, () => detection.Start(options, settings, report, Disorder.Any));
    }

    internal static IEnumerable<TAlert> RunOver<T, TAlert>(IEnumerable<T> source, Func<IEventRun<TAlert>> start)
    {
        var first = start();
        return Run(Batches(source, first.Settings.BatchSize), first, start);
    }

    internal static IEnumerable<TAlert> RunOver<T, TAlert>(IEnumerable<EventBatch<T>> source, Func<IEventRun<TAlert>> start) => Run(source, start(), start);

    private static IEnumerable<EventBatch<T>> Batches<T>(IEnumerable<T> source, int size)
    {
        // An array is read where it lies.
        if (source is not T[] array)
        {
            foreach (var chunk in source.Chunk(size)) yield return new ObjectBatch<T>(chunk);
            yield break;
        }

        for (var start = 0; start < array.Length; start += size) yield return new ObjectBatch<T>(new ArraySegment<T>(array, start, Math.Min(size, array.Length - start)));
    }

    // The run is started at the call, so that bad options throw there; a second enumeration starts another.
    private static IEnumerable<TAlert> Run<T, TAlert>(IEnumerable<EventBatch<T>> source, IEventRun<TAlert>? first, Func<IEventRun<TAlert>> start)
    {
        return Enumerate();

        IEnumerable<TAlert> Enumerate()
        {
            var run = Interlocked.Exchange(ref first, null) ?? start();
            foreach (var batch in source)
            {
                foreach (var alert in run.Push(batch)) yield return alert;
            }

            foreach (var alert in run.Complete()) yield return alert;
        }
    }
}
