using System.Diagnostics;

namespace DetectionKit.Benchmarks.Measuring;

/// <summary>
/// Runs contestants in turn, round by round, so that a machine that slows down or speeds up does so for all. A contestant whose rounds differ too much is measured
/// again, and its steadiest rounds are kept.
/// </summary>
internal sealed class InterleavedRunner(int rounds, Action<string> progress)
{
    private const int Repeats = 2;

    // More calls than the runtime wants before it compiles a method for good, and the time that it takes to do so.
    private const int WarmUpRuns = 40;
    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_compilation = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs contestants over a small input, to have their code compiled.</summary>
    internal void WarmUp(IReadOnlyList<IContestant> contestants)
    {
        foreach (var contestant in contestants)
        {
            progress($"{contestant.Name}: warm-up");
            contestant.Prepare();
            var from = Stopwatch.GetTimestamp();
            for (var run = 0; run < WarmUpRuns && Stopwatch.GetElapsedTime(from) < s_longestWarmUp; run++) contestant.Run(new());
            Thread.Sleep(s_compilation);
        }
    }

    /// <summary>Measures contestants over the input proper. The first round is not counted.</summary>
    internal IReadOnlyList<ContestantFigures> Measure(IReadOnlyList<IContestant> contestants, int events)
    {
        foreach (var contestant in contestants)
        {
            progress($"{contestant.Name}: preparing");
            contestant.Prepare();
        }

        MeasureSet(contestants, 1, events, "uncounted round");
        var best = MeasureSet(contestants, rounds, events, "round");
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var unsteady = contestants.Where(contestant => !best[contestant].IsSteady).ToList();
            if (unsteady.Count == 0) break;
            foreach (var (contestant, figures) in MeasureSet(unsteady, rounds, events, "repeated round"))
            {
                if (figures.Spread < best[contestant].Spread) best[contestant] = figures;
            }
        }

        return [.. contestants.Select(contestant => best[contestant])];
    }

    private Dictionary<IContestant, ContestantFigures> MeasureSet(IReadOnlyList<IContestant> contestants, int count, int events, string title)
    {
        var measured = contestants.ToDictionary(contestant => contestant, _ => new List<Round>());
        for (var round = 1; round <= count; round++)
        {
            foreach (var contestant in contestants)
            {
                var result = RunOnce(contestant);
                progress(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{title} {round}: {contestant.Name} {result.Nanoseconds / events:F1} ns an event"));
                if (measured[contestant] is [var first, ..] && first.Alerts != result.Alerts)
                {
                    throw new ChecksumException($"{contestant.Name} found {first.Alerts} in one round and {result.Alerts} in another.");
                }

                measured[contestant].Add(result);
            }
        }

        return measured.ToDictionary(pair => pair.Key, pair => ContestantFigures.Of(pair.Key, events, pair.Value));
    }

    private static Round RunOnce(IContestant contestant)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var probe = new RunProbe();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var from = Stopwatch.GetTimestamp();
        contestant.Run(probe);
        var time = Stopwatch.GetElapsedTime(from) - probe.Untimed;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new(time.TotalNanoseconds, bytes, probe.BytesPerGroup, probe.MaxPauseMilliseconds, probe.Alerts.Checksum());
    }
}
