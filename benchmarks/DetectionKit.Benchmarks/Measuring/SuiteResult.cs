using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Measuring;

/// <summary>The figures of a suite, measured in one run.</summary>
internal sealed record SuiteResult(string Suite, StringInstances Strings, int Events, int Rounds, string Baseline, IReadOnlyList<ContestantFigures> Contestants)
{
    /// <summary>The contestant that the ratios are against: the suite's, or the first where it did not run.</summary>
    internal ContestantFigures Reference => Contestants.FirstOrDefault(figures => figures.Name == Baseline) ?? Contestants[0];

    internal double RatioOf(ContestantFigures figures) => figures.NanosecondsPerEvent / Reference.NanosecondsPerEvent;

    /// <summary>Contestants that disagree with the first of their group, in words; none when all agree.</summary>
    internal IEnumerable<string> Disagreements() =>
        from figures in Contestants
        group figures by figures.Agreement into agreement
        let first = agreement.First()
        from other in agreement
        where other.Alerts != first.Alerts
        select $"{Suite} ({Strings} strings): {other.Name} found {other.Alerts}, {first.Name} {first.Alerts}: one of them is wrong, and its figure void.";
}
