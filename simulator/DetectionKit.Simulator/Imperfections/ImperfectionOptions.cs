namespace DetectionKit.Simulator.Imperfections;

/// <summary>What is wrong with the telemetry, on purpose. Every part is nothing by default; which events it befalls depends on the seed alone.</summary>
public sealed record ImperfectionOptions
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The share of events that come a little late, after others that occurred later, from 0 to 1.</summary>
    public double DisorderShare { get; init; }

    /// <summary>By how much such an event is late at most, up to an hour; each delay up to it is as likely.</summary>
    public TimeSpan DisorderLongest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The share of events that come very late, from 0 to 1: of hosts that were cut off, for example.</summary>
    public double LateShare { get; init; }

    /// <summary>By how much such an event is late at least.</summary>
    public TimeSpan LateShortest { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>By how much such an event is late at most, not less than <see cref="LateShortest"/>, up to 7 days.</summary>
    public TimeSpan LateLongest { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The share of events that come twice, from 0 to 1.</summary>
    public double DuplicateShare { get; init; }

    /// <summary>How long after the first the second comes at most, up to a day.</summary>
    public TimeSpan DuplicateLongest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The share of hosts whose clock is wrong, by one amount each, from 0 to 1. All times of their events are wrong by it.</summary>
    public double SkewedHosts { get; init; }

    /// <summary>By how much such a clock is wrong at most, either way, up to a day.</summary>
    public TimeSpan SkewLongest { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How many gaps a host has a day in the mean, 0 to 24: times from which no event of it ever comes.</summary>
    public double GapsPerHostDay { get; init; }

    /// <summary>How long a gap is at least.</summary>
    public TimeSpan GapShortest { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a gap is at most, not less than <see cref="GapShortest"/>, up to 7 days.</summary>
    public TimeSpan GapLongest { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The share of connections and look-ups that lack their user, from 0 to 1.</summary>
    public double MissingUser { get; init; }

    /// <summary>The share of connections and look-ups that lack their image, from 0 to 1.</summary>
    public double MissingImage { get; init; }

    /// <summary>The share of connections and look-ups that lack their command line, from 0 to 1.</summary>
    public double MissingCommandLine { get; init; }

    /// <summary>The share of events whose line is cut off, from 0 to 1.</summary>
    public double MalformedShare { get; init; }

    /// <summary>Checks every option.</summary>
    /// <returns>What is wrong, one message for each option that is; empty when all is well.</returns>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        Share(nameof(DisorderShare), DisorderShare);
        Share(nameof(LateShare), LateShare);
        Share(nameof(DuplicateShare), DuplicateShare);
        Share(nameof(SkewedHosts), SkewedHosts);
        Share(nameof(MissingUser), MissingUser);
        Share(nameof(MissingImage), MissingImage);
        Share(nameof(MissingCommandLine), MissingCommandLine);
        Share(nameof(MalformedShare), MalformedShare);
        if (GapsPerHostDay is not (>= 0 and <= 24)) problems.Add(FormattableString.Invariant($"GapsPerHostDay is {GapsPerHostDay}; choose 0 to 24."));
        Within(nameof(DisorderLongest), DisorderLongest, TimeSpan.FromHours(1));
        Within(nameof(LateLongest), LateLongest, Day * 7);
        Within(nameof(DuplicateLongest), DuplicateLongest, Day);
        Within(nameof(SkewLongest), SkewLongest, Day);
        Within(nameof(GapLongest), GapLongest, Day * 7);
        if (LateShortest < TimeSpan.Zero || LateShortest > LateLongest) problems.Add($"LateShortest is {LateShortest:c}; choose zero to LateLongest, {LateLongest:c}.");
        if (GapShortest < TimeSpan.Zero || GapShortest > GapLongest) problems.Add($"GapShortest is {GapShortest:c}; choose zero to GapLongest, {GapLongest:c}.");
        return problems;

        void Share(string name, double value)
        {
            if (value is not (>= 0 and <= 1)) problems.Add(FormattableString.Invariant($"{name} is {value}; choose 0 to 1."));
        }

        void Within(string name, TimeSpan value, TimeSpan greatest)
        {
            if (value < TimeSpan.Zero || value > greatest) problems.Add($"{name} is {value:c}; choose zero to {greatest:c}.");
        }
    }
}
