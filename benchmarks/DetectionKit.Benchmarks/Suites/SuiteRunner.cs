using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Suites;

/// <summary>Runs a suite: warm-up over a small input, then the measured rounds.</summary>
internal sealed class SuiteRunner(ISuite suite, int events, int rounds, IReadOnlyCollection<string> only, Action<string> progress)
{
    private const int WarmUpEvents = 20_000;

    internal SuiteResult Run(StringInstances strings)
    {
        var runner = new InterleavedRunner(rounds, text => progress($"{suite.Name}, {strings} strings: {text}"));
        using (var small = suite.Prepare(Math.Min(events, WarmUpEvents), strings)) runner.WarmUp(Chosen(small.Contestants));
        progress($"{suite.Name}, {strings} strings: making {events:N0} events");
        using var input = suite.Prepare(events, strings);
        return new(suite.Name, strings, input.Events, rounds, suite.Baseline, runner.Measure(Chosen(input.Contestants), input.Events));
    }

    private IReadOnlyList<IContestant> Chosen(IReadOnlyList<IContestant> contestants)
    {
        if (only.Count == 0) return contestants;
        var unknown = only.Except(contestants.Select(contestant => contestant.Name)).ToList();
        if (unknown.Count == 0) return [.. contestants.Where(contestant => only.Contains(contestant.Name))];
        throw new ArgumentException(
            $"--only: {suite.Name} has no {string.Join(", ", unknown)}; it has {string.Join(", ", contestants.Select(contestant => contestant.Name))}.");
    }
}
