namespace DetectionKit;

/// <summary>
/// Events by name, and what a detection is to make of them. Cases stand beside the detection that they are about (<see cref="Detection.Cases"/>): they are run as tests, shown to readers, and judge changed copies of the rule.
/// </summary>
public sealed class DetectionCase
{
    private readonly IReadOnlyList<ICaseEvents> _events;

    private DetectionCase(string name, IReadOnlyList<ICaseEvents> events, object? options, CaseExpectation? expected)
    {
        Name = name;
        _events = events;
        Options = options;
        Expected = expected;
    }

    /// <summary>What it shows: "11 connections an hour".</summary>
    public string Name { get; }

    /// <summary>The options that it is run with; null for the defaults.</summary>
    public object? Options { get; }

    /// <summary>What is expected; null while nothing is said.</summary>
    public CaseExpectation? Expected { get; }

    /// <summary>The stage of the plan that a generated case asks, as text; null for a case that a person keeps.</summary>
    public string? Probes { get; private init; }

    /// <summary>Begins a case.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="events">The events, in any order.</param>
    /// <returns>The case; say what is expected of it.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static DetectionCase Of<TEvent>(string name, IEnumerable<TEvent> events)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(events);
        return new(name, [new CaseEvents<TEvent>([.. events])], null, null);
    }

    /// <summary>The same case with more events, of another kind for a detection over several sources.</summary>
    public DetectionCase And<TEvent>(IEnumerable<TEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var known = _events.OfType<CaseEvents<TEvent>>().FirstOrDefault();
        return new(Name, [.. _events.Where(kind => kind != known), new CaseEvents<TEvent>([.. known?.Events ?? [], .. events])], Options, Expected) { Probes = Probes };
    }

    /// <summary>The same case with other options than the defaults.</summary>
    public DetectionCase With(object options) => new(Name, _events, options ?? throw new ArgumentNullException(nameof(options)), Expected) { Probes = Probes };

    /// <summary>Expects one alert, or one of each tier named, and no other.</summary>
    /// <param name="tiers">The tiers, in any order; none where the tier does not matter.</param>
    public DetectionCase Fires(params object[] tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        return new(Name, _events, Options, new(Math.Max(1, tiers.Length), tiers.Length == 0 ? null : [.. tiers.Select(tier => tier.ToString()!)])) { Probes = Probes };
    }

    /// <summary>Expects so many alerts, of any tier.</summary>
    public DetectionCase FiresTimes(int alerts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(alerts, 1);
        return new(Name, _events, Options, new(alerts, null)) { Probes = Probes };
    }

    /// <summary>Expects no alert.</summary>
    public DetectionCase StaysSilent() => new(Name, _events, Options, new(0, null)) { Probes = Probes };

    /// <summary>Says that the case is generated: its answer is the plan's own, so that it judges nothing until a person keeps it.</summary>
    /// <param name="stage">The stage that it asks.</param>
    /// <exception cref="ArgumentException">The stage is empty.</exception>
    public DetectionCase Probing(string stage)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(stage);
        return new(Name, _events, Options, Expected) { Probes = stage };
    }

    /// <summary>The case as a person's own, who says that what it expects is right.</summary>
    public DetectionCase Kept() => new(Name, _events, Options, Expected);

    /// <summary>Hands the events to whoever runs them, kind by kind.</summary>
    public void Give(ICaseEventReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        foreach (var events in _events) events.Give(reader);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private interface ICaseEvents
    {
        void Give(ICaseEventReader reader);
    }

    private sealed class CaseEvents<TEvent>(IReadOnlyList<TEvent> events) : ICaseEvents
    {
        internal IReadOnlyList<TEvent> Events { get; } = events;

        public void Give(ICaseEventReader reader) => reader.Read(Events);
    }
}
