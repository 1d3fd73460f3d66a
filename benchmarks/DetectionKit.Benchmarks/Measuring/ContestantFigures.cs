namespace DetectionKit.Benchmarks.Measuring;

/// <summary>The figures of a contestant: medians of its rounds, a round's time with its range.</summary>
internal sealed record ContestantFigures
{
    /// <summary>The greatest ratio of the slowest round to the fastest at which a figure counts.</summary>
    internal const double GreatestSpread = 1.3;

    internal required string Name { get; init; }

    internal required int Threads { get; init; }

    internal required string Agreement { get; init; }

    internal required double NanosecondsPerEvent { get; init; }

    internal required double Min { get; init; }

    internal required double Max { get; init; }

    internal required double BytesPerEvent { get; init; }

    /// <summary>Of the input, where it is a file.</summary>
    internal double? GigabytesPerSecond { get; init; }

    internal double? BytesPerGroup { get; init; }

    internal double? MaxPauseMilliseconds { get; init; }

    internal required AlertChecksum Alerts { get; init; }

    internal double Spread => Max / Min;

    internal bool IsSteady => Spread <= GreatestSpread;

    internal static ContestantFigures Of(IContestant contestant, int events, IReadOnlyList<Round> rounds) => new()
    {
        Name = contestant.Name,
        Threads = contestant.Threads,
        Agreement = contestant.Agreement,
        NanosecondsPerEvent = Median(rounds.Select(round => round.Nanoseconds)) / events,
        Min = rounds.Min(round => round.Nanoseconds) / events,
        Max = rounds.Max(round => round.Nanoseconds) / events,
        BytesPerEvent = Median(rounds.Select(round => (double)round.Bytes)) / events,
        GigabytesPerSecond = contestant.InputBytes / Median(rounds.Select(round => round.Nanoseconds)),
        BytesPerGroup = MedianOfKnown(rounds.Select(round => round.BytesPerGroup)),
        MaxPauseMilliseconds = MedianOfKnown(rounds.Select(round => round.MaxPauseMilliseconds)),
        Alerts = rounds[0].Alerts,
    };

    private static double? MedianOfKnown(IEnumerable<double?> values) => values.OfType<double>().ToList() is { Count: > 0 } known ? Median(known) : null;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
