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
        return Run<Alert<TAlert>, DetectionRun<TAlert, TOptions>>(
            () => detection.Start(options, settings, report, Disorder.Any),
            run => run.Settings.MaxDegreeOfParallelism > 1 ? Partitioned(source, detection, run) : PartitionedRun.Alerts(Batches(source, run.Settings.BatchSize), run));
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

    /// <summary>The alerts of a run over a sequence. It is started at the call, so that bad options throw there; a second enumeration starts another.</summary>
    internal static IEnumerable<TAlert> RunOver<T, TAlert>(IEnumerable<T> source, Func<IEventRun<TAlert>> start) => Run(start, run => PartitionedRun.Alerts(Batches(source, run.Settings.BatchSize), run));

    /// <summary>The alerts of a run over batches.</summary>
    internal static IEnumerable<TAlert> RunOver<T, TAlert>(IEnumerable<EventBatch<T>> source, Func<IEventRun<TAlert>> start) => Run(start, run => PartitionedRun.Alerts(source, run));

    // Cut in parts by time where that changes nothing.
    private static IEnumerable<Alert<TAlert>> Partitioned<T, TAlert, TOptions>(IEnumerable<T> source, Detection<TAlert, TOptions> detection, DetectionRun<TAlert, TOptions> run)
        where TOptions : class, new()
    {
        var (plan, settings) = (detection.Plan, run.Settings);
        if (source is not (T[] or List<T>) || settings.Trigger != AlertTrigger.AtClose || WindowBoundaries.StepOf<T, TOptions>(plan, run.Options) is not { } step)
        {
            return PartitionedRun.Alerts(Batches(source, settings.BatchSize), run);
        }

        var events = source as T[] ?? [.. source];
        var parts = new TimePartitioner<T, TOptions>(events, EventTimeReader<T, TOptions>.Of(plan), run.Options, settings).Cut(step);
        return PartitionedRun.Alerts(
            [.. parts.Select(part => Batches(events, part.Start, part.End, settings.BatchSize))], run, () => detection.Start(run.Options, settings, run.Report, Disorder.Any));
    }

    // An array is read where it lies.
    private static IEnumerable<EventBatch<T>> Batches<T>(IEnumerable<T> source, int size) =>
        source is T[] array ? Batches(array, 0, array.Length, size) : source.Chunk(size).Select(chunk => new ObjectBatch<T>(chunk));

    private static IEnumerable<EventBatch<T>> Batches<T>(T[] events, int start, int end, int size)
    {
        for (int i = start, count; i < end; i += count)
        {
            count = Math.Min(size, end - i);
            yield return new ObjectBatch<T>(new ArraySegment<T>(events, i, count));
        }
    }

    private static IEnumerable<TAlert> Run<TAlert, TRun>(Func<TRun> start, Func<TRun, IEnumerable<TAlert>> alerts)
        where TRun : class, IEventRun<TAlert>
    {
        var first = start();
        return Enumerate();

        IEnumerable<TAlert> Enumerate()
        {
            var run = Interlocked.Exchange(ref first, null) ?? start();
            foreach (var alert in alerts(run)) yield return alert;
        }
    }
}
