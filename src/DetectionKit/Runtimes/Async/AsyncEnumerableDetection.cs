using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace DetectionKit;

/// <summary>Runs detections over async streams.</summary>
public static class AsyncEnumerableDetection
{
    /// <summary>
    /// The alerts of a detection over an async stream. Events are gathered while they are there without waiting; as soon as the source makes us wait, what was
    /// gathered is read, so that no alert is held back. Pulled by the consumer: a slow one slows the source down.
    /// </summary>
    /// <param name="source">The events.</param>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <param name="settings">The settings of the run; null for the defaults: a tolerance of 10 minutes.</param>
    /// <param name="report">Where the run counts; null when nobody looks.</param>
    /// <exception cref="DetectionOptionsException">The options are not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IAsyncEnumerable<Alert<TAlert>> Detect<T, TAlert, TOptions>(
        this IAsyncEnumerable<T> source, Detection<TAlert, TOptions> detection, TOptions? options = null, RunSettings? settings = null, RunReport? report = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(source);
        return new AsyncDetection<T, Alert<TAlert>>(source, () => detection.Start(options, settings, report, Disorder.StreamDefault));
    }

    /// <summary>The alerts of a detection whose options may change while it runs: the monitor is looked at before each batch.</summary>
    /// <inheritdoc cref="Detect{T, TAlert, TOptions}(IAsyncEnumerable{T}, Detection{TAlert, TOptions}, TOptions, RunSettings, RunReport)"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IAsyncEnumerable<Alert<TAlert>> Detect<T, TAlert, TOptions>(
        this IAsyncEnumerable<T> source, Detection<TAlert, TOptions> detection, IOptionsMonitor<TOptions> options, RunSettings? settings = null, RunReport? report = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        return new AsyncDetection<T, Alert<TAlert>>(source, () => detection.Start(options.CurrentValue, settings, report, Disorder.StreamDefault).Following(options));
    }

    /// <summary>The alerts of a detection over batches, as a source of files hands them over.</summary>
    /// <inheritdoc cref="Detect{T, TAlert, TOptions}(IAsyncEnumerable{T}, Detection{TAlert, TOptions}, TOptions, RunSettings, RunReport)"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IAsyncEnumerable<Alert<TAlert>> Detect<T, TAlert, TOptions>(
        this IAsyncEnumerable<EventBatch<T>> source, Detection<TAlert, TOptions> detection, TOptions? options = null, RunSettings? settings = null, RunReport? report = null)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(source);
        var first = detection.Start(options, settings, report, Disorder.Any);
        return Batches<T, Alert<TAlert>>(source, () => Interlocked.Exchange(ref first, null) ?? detection.Start(options, settings, report, Disorder.Any));
    }

    internal static async IAsyncEnumerable<TAlert> Batches<T, TAlert>(
        IAsyncEnumerable<EventBatch<T>> source, Func<IEventRun<TAlert>> start, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var run = start();
        await foreach (var batch in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var alert in run.Push(batch)) yield return alert;
        }

        foreach (var alert in run.Complete()) yield return alert;
    }
}
