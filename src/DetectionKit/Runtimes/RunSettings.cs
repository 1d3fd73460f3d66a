namespace DetectionKit;

/// <summary>The settings of a run: those of event time and state. They are no part of the detection.</summary>
public sealed record RunSettings
{
    /// <summary>
    /// How far out of order events may come; null for the runtime's default: <see cref="DetectionKit.Disorder.Any"/> for lists and files,
    /// <see cref="DetectionKit.Disorder.StreamDefault"/> for observables and async streams.
    /// </summary>
    public Disorder? Disorder { get; init; }

    /// <summary>How long after the watermark has passed its end a window stays open for late events. Default zero.</summary>
    public TimeSpan AllowedLateness { get; init; }

    /// <summary>
    /// Under a tolerance, an event that would move the watermark further ahead than this is set aside and counted, and does not move it. Default one day.
    /// The first event has no watermark to be compared with.
    /// </summary>
    public TimeSpan FarFutureLimit { get; init; } = TimeSpan.FromDays(1);

    /// <summary>When alerts are sent. Default at close.</summary>
    public AlertTrigger Trigger { get; init; }

    /// <summary>How many events are kept as evidence of an alert. Default 3; 0 keeps none.</summary>
    public int EvidenceEvents { get; init; } = 3;

    /// <summary>The limits on keyed state.</summary>
    public StateLimits Limits { get; init; } = new();

    /// <summary>How many events a driver gathers before it hands them to the engine, where no alert is held back by it. Default 1,024.</summary>
    public int BatchSize { get; init; } = 1024;

    /// <summary>
    /// How many cores a driver may use, where it can without changing an alert or a count of the report. Default 1. Today that is <c>events.Detect(detection, …)</c> over an array or a
    /// <see cref="List{T}"/> that is in order of event time, at least where it is cut, of a detection with one source and one tumbling window, its alerts sent at close and the rest of its
    /// stages stateless. The events are cut at starts of windows, and each part is run on a thread of its own, for which the query's expressions and aggregates must be safe to call
    /// from several threads. Each thread has the <see cref="Limits"/> for itself. Everywhere else the setting changes nothing.
    /// </summary>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    internal static RunSettings Default { get; } = new();

    internal RunSettings Validated(Disorder runtimeDefault)
    {
        if (AllowedLateness < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(AllowedLateness), AllowedLateness, "AllowedLateness is zero or more.");
        if (FarFutureLimit <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(FarFutureLimit), FarFutureLimit, "FarFutureLimit is above zero.");
        if (EvidenceEvents < 0) throw new ArgumentOutOfRangeException(nameof(EvidenceEvents), EvidenceEvents, "EvidenceEvents is 0 or more.");
        if (BatchSize < 1) throw new ArgumentOutOfRangeException(nameof(BatchSize), BatchSize, "BatchSize is 1 or more.");
        if (MaxDegreeOfParallelism < 1) throw new ArgumentOutOfRangeException(nameof(MaxDegreeOfParallelism), MaxDegreeOfParallelism, "MaxDegreeOfParallelism is 1 or more.");
        Limits.Validate();
        return this with { Disorder = Disorder ?? runtimeDefault };
    }
}
