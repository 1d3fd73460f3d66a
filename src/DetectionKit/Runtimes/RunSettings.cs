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

    internal static RunSettings Default { get; } = new();

    internal RunSettings Validated(Disorder runtimeDefault)
    {
        if (AllowedLateness < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(AllowedLateness), AllowedLateness, "AllowedLateness is zero or more.");
        if (FarFutureLimit <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(FarFutureLimit), FarFutureLimit, "FarFutureLimit is above zero.");
        if (EvidenceEvents < 0) throw new ArgumentOutOfRangeException(nameof(EvidenceEvents), EvidenceEvents, "EvidenceEvents is 0 or more.");
        if (BatchSize < 1) throw new ArgumentOutOfRangeException(nameof(BatchSize), BatchSize, "BatchSize is 1 or more.");
        Limits.Validate();
        return this with { Disorder = Disorder ?? runtimeDefault };
    }
}
