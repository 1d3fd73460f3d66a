using System.Diagnostics.CodeAnalysis;
using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Harness;

/// <summary>
/// A test of a detection, for any test framework: <c>DetectionTest.For&lt;MyRule&gt;().Given(events).Alerts(Risk.High)</c>. Every expectation runs the events as a list, as an async stream, as an
/// observable and as a run that is pushed, and fails where they differ. One that does not hold throws <see cref="DetectionTestException"/>, which says how far the events came.
/// </summary>
public sealed class DetectionTest
{
    private readonly Detection _detection;
    private readonly object? _options;
    private readonly RunSettings _settings = new() { Disorder = Disorder.Any };
    private readonly DetectionCase? _given;

    private DetectionTest(Detection detection, object? options, DetectionCase? given = null, RunSettings? settings = null)
    {
        (_detection, _options, _given) = (detection, options, given);
        _settings = settings ?? _settings;
    }

    /// <summary>Begins a test.</summary>
    /// <typeparam name="TDetection">The detection.</typeparam>
    /// <param name="options">Its options; null for the defaults.</param>
    public static DetectionTest For<TDetection>(object? options = null)
        where TDetection : Detection, new() => For(new TDetection(), options);

    /// <summary>Begins a test.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="options">Its options; null for the defaults.</param>
    /// <exception cref="ArgumentException">They are the options of another detection.</exception>
    public static DetectionTest For(Detection detection, object? options = null)
    {
        ArgumentNullException.ThrowIfNull(detection);
        if (options is not null && !detection.OptionsType.IsInstanceOfType(options)) throw new ArgumentException($"{detection.Info.Id} takes {detection.OptionsType.Name}, not {options.GetType().Name}.", nameof(options));
        return new(detection, options);
    }

    /// <summary>Gives events, of one kind at a time; those given before stay.</summary>
    public DetectionTest Given<TEvent>(IEnumerable<TEvent> events) => new(_detection, _options, _given is null ? DetectionCase.Of("the events given", events) : _given.And(events), _settings);

    /// <summary>Gives events.</summary>
    public DetectionTest Given<TEvent>(TEvent first, TEvent second, params TEvent[] others) => Given<TEvent>([first, second, .. others]);

    /// <summary>Runs with other settings: a tolerance of disorder, an allowed lateness, early alerts. The default is any order.</summary>
    public DetectionTest With(RunSettings settings) => new(_detection, _options, _given, settings ?? throw new ArgumentNullException(nameof(settings)));

    /// <summary>Expects an alert of each tier named, in any order, and no other; without tiers, exactly one alert.</summary>
    /// <exception cref="DetectionTestException">It is not so.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public DetectionTestResult Alerts(params object[] tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        if (tiers.Length == 0) return AlertsTimes(1);
        var wanted = tiers.Select(tier => tier.ToString()!).Order(StringComparer.Ordinal).ToList();
        return Expect(string.Join(", ", wanted), run => run.LastWords.Select(alert => alert.Tier?.Name ?? "").Order(StringComparer.Ordinal).SequenceEqual(wanted, StringComparer.Ordinal));
    }

    /// <summary>Expects exactly so many alerts, of any tier; their revisions count as one.</summary>
    /// <exception cref="DetectionTestException">It is not so.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public DetectionTestResult AlertsTimes(int count) => Expect(Alerts(count), run => run.LastWords.Count == count);

    /// <summary>Expects so many alerts, or more.</summary>
    /// <exception cref="DetectionTestException">It is not so.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public DetectionTestResult AlertsAtLeast(int count) => Expect($"at least {Alerts(count)}", run => run.LastWords.Count >= count);

    /// <summary>Expects no alert.</summary>
    /// <exception cref="DetectionTestException">There is one.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public DetectionTestResult StaysSilent() => Expect("no alert", run => run.LastWords.Count == 0);

    /// <summary>Expects that alerts are revised so often, all told: with early alerts, and with events within the allowed lateness.</summary>
    /// <exception cref="DetectionTestException">It is not so.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public DetectionTestResult Revises(int times) => Expect($"{times} revisions", run => run.Revisions == times);

    /// <summary>Expects that so many events come too late and are set aside.</summary>
    /// <exception cref="DetectionTestException">It is not so.</exception>
    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    public DetectionTestResult SetsAsideLate(int events) => Expect($"{events} late events", run => run.LateEvents == events);

    [RequiresDynamicCode("The engine compiles a detection's expressions.")]
    private DetectionTestResult Expect(string wanted, Func<DetectionTestResult, bool> holds)
    {
        var given = _given ?? throw new InvalidOperationException("No events are given: call Given(…) before what is expected.");
        var runs = CaseRunner.RunAll(_detection, given, _options, _settings).Select(run => new DetectionTestResult(run)).ToList();
        foreach (var run in runs)
        {
            if (!holds(run)) throw new DetectionTestException($"{_detection.Info.Id} ({run.Runtime}): {wanted} expected, {run.Came} came.\n{FailureText.Of(_detection, given, _options)}");
            if (!run.Said.SequenceEqual(runs[0].Said, StringComparer.Ordinal))
                throw new DetectionTestException($"{_detection.Info.Id}: {run.Runtime} and {runs[0].Runtime} differ.\n{run.Runtime}:\n  {string.Join("\n  ", run.Said)}\n{runs[0].Runtime}:\n  {string.Join("\n  ", runs[0].Said)}");
        }

        return runs[0];
    }

    private static string Alerts(int count) => count == 1 ? "1 alert" : $"{count} alerts";
}
