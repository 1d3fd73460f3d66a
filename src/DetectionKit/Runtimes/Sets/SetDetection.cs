using System.Diagnostics.CodeAnalysis;

namespace DetectionKit;

/// <summary>Runs sets of detections over lists, async streams and observables.</summary>
public static class SetDetection
{
    /// <summary>The alerts of a set of detections over a sequence. Lazy: events are read as alerts are asked for. In any order by default.</summary>
    /// <param name="source">The events.</param>
    /// <param name="detections">The detections.</param>
    /// <param name="settings">The settings of the run; null for the defaults.</param>
    /// <param name="report">Where the run counts; null when nobody looks.</param>
    /// <returns>The alerts, by the watermark that made them due, then in the order of the detections in the set.</returns>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IEnumerable<Alert> Detect<T>(this IEnumerable<T> source, DetectionSet detections, RunSettings? settings = null, RunReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(detections);
        return EnumerableDetection.RunOver<T, Alert>(source, () => detections.Start(settings, report, Disorder.Any));
    }

    /// <summary>The alerts of a set of detections over batches, as a source of files hands them over.</summary>
    /// <inheritdoc cref="Detect{T}(IEnumerable{T}, DetectionSet, RunSettings, RunReport)"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IEnumerable<Alert> Detect<T>(this IEnumerable<EventBatch<T>> source, DetectionSet detections, RunSettings? settings = null, RunReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(detections);
        return EnumerableDetection.RunOver<T, Alert>(source, () => detections.Start(settings, report, Disorder.Any));
    }

    /// <summary>The alerts of a set of detections over an async stream; a slow consumer slows the source down.</summary>
    /// <inheritdoc cref="Detect{T}(IEnumerable{T}, DetectionSet, RunSettings, RunReport)"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IAsyncEnumerable<Alert> Detect<T>(this IAsyncEnumerable<T> source, DetectionSet detections, RunSettings? settings = null, RunReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(detections);
        return new AsyncDetection<T, Alert>(source, () => detections.Start(settings, report, Disorder.StreamDefault));
    }

    /// <summary>The alerts of a set of detections over batches that come asynchronously, as a source of files hands them over.</summary>
    /// <inheritdoc cref="Detect{T}(IEnumerable{T}, DetectionSet, RunSettings, RunReport)"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IAsyncEnumerable<Alert> Detect<T>(this IAsyncEnumerable<EventBatch<T>> source, DetectionSet detections, RunSettings? settings = null, RunReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(detections);
        var first = detections.Start(settings, report, Disorder.Any);
        return AsyncEnumerableDetection.Batches<T, Alert>(source, () => Interlocked.Exchange(ref first, null) ?? detections.Start(settings, report, Disorder.Any));
    }

    /// <summary>The alerts of a set of detections over an observable. Cold: each subscription is a run of its own.</summary>
    /// <param name="source">The events, one at a time, as Rx has it.</param>
    /// <param name="detections">The detections.</param>
    /// <param name="settings">The settings of the run; null for the defaults: a tolerance of 10 minutes.</param>
    /// <param name="report">Where the run counts; null when nobody looks.</param>
    /// <param name="watermarks">Watermarks from outside, for a stream that falls silent.</param>
    /// <inheritdoc cref="Detect{T}(IEnumerable{T}, DetectionSet, RunSettings, RunReport)" path="/returns"/>
    /// <inheritdoc cref="Detect{T}(IEnumerable{T}, DetectionSet, RunSettings, RunReport)" path="/exception"/>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public static IObservable<Alert> Detect<T>(
        this IObservable<T> source, DetectionSet detections, RunSettings? settings = null, RunReport? report = null, IObservable<DateTimeOffset>? watermarks = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(detections);
        return ObservableDetection.Observe<T, Alert>(source, () => detections.Start(settings, report, Disorder.StreamDefault), watermarks);
    }
}
