using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Imperfections;

/// <summary>What is wrong with one host: its clock, and when nothing comes from it.</summary>
internal sealed class HostImperfection
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _gaps = [];

    public HostImperfection(SimulationOptions simulation, ImperfectionOptions options, int host)
    {
        var clock = DeterministicRandom.For(simulation.Seed, "clock skew", host);
        // In whole milliseconds, as all times of events are.
        if (clock.Chance(options.SkewedHosts))
            Skew = TimeSpan.FromMilliseconds(Math.Truncate(clock.Between(-options.SkewLongest, options.SkewLongest).TotalMilliseconds));
        if (options.GapsPerHostDay == 0) return;
        var random = DeterministicRandom.For(simulation.Seed, "gaps", host);
        var between = TimeSpan.FromDays(1) / options.GapsPerHostDay;
        var end = simulation.Start + simulation.Duration;
        for (var from = simulation.Start + random.Exponential(between); from < end; from += random.Exponential(between))
        {
            var to = from + random.Between(options.GapShortest, options.GapLongest);
            _gaps.Add((from, to));
            from = to;
        }
    }

    public TimeSpan Skew { get; }

    public bool IsLost(DateTimeOffset occurred) => _gaps.Exists(g => occurred >= g.From && occurred < g.To);
}
