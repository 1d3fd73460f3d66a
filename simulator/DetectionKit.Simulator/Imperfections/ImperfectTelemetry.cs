using System.Collections.Concurrent;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Imperfections;

/// <summary>
/// A layer over the events of any scenario. What becomes of an event depends on the seed and on the event alone, not on its neighbours: so the
/// ground truth, which looks at adversaries only, and the telemetry tell the same.
/// </summary>
internal sealed class ImperfectTelemetry(SimulationOptions simulation, ImperfectionOptions options)
{
    private readonly ConcurrentDictionary<int, HostImperfection> _hosts = new();

    /// <summary>The events in the order in which they come.</summary>
    public IEnumerable<SimulatedEvent> Deliver(IEnumerable<SimulatedEvent> events, ImperfectionCounts counts)
    {
        var waiting = new PriorityQueue<SimulatedEvent, (long Ticks, long Number)>();
        var number = 0L;
        var now = DateTimeOffset.MinValue;
        foreach (var simulated in events)
        {
            if (simulated.Occurred > now) now = simulated.Occurred;
            while (waiting.TryPeek(out var next, out var due) && due.Ticks <= now.UtcTicks)
            {
                waiting.Dequeue();
                yield return next;
            }

            var fate = FateOf(simulated);
            Count(simulated, fate, counts);
            if (fate.Event is not { } altered) continue;
            if (fate.Duplicate is { } after) waiting.Enqueue(altered, ((now + fate.Delay + after).UtcTicks, number++));
            if (fate.Delay > TimeSpan.Zero) waiting.Enqueue(altered, ((now + fate.Delay).UtcTicks, number++));
            else yield return altered;
        }

        while (waiting.TryDequeue(out var last, out _)) yield return last;
    }

    /// <summary>The events that come, in the order in which they occur, duplicates included.</summary>
    public IEnumerable<SimulatedEvent> Alter(IEnumerable<SimulatedEvent> events)
    {
        foreach (var simulated in events)
        {
            var fate = FateOf(simulated);
            if (fate.Event is not { } altered) continue;
            yield return altered;
            if (fate.Duplicate is not null) yield return altered;
        }
    }

    private EventFate FateOf(SimulatedEvent simulated)
    {
        var process = simulated.Process;
        var host = _hosts.GetOrAdd(process.Host.Index, index => new HostImperfection(simulation, options, index));
        if (host.IsLost(simulated.Occurred)) return default;
        var random = new DeterministicRandom(Identity(simulated));
        var isLate = random.Chance(options.LateShare);
        var isDisordered = random.Chance(options.DisorderShare);
        var late = random.Between(options.LateShortest, options.LateLongest);
        var disorder = random.Between(TimeSpan.Zero, options.DisorderLongest);
        var delay = isLate ? late : isDisordered ? disorder : TimeSpan.Zero;
        var duplicate = random.Between(TimeSpan.Zero, options.DuplicateLongest);
        var isDuplicate = random.Chance(options.DuplicateShare);
        var isMalformed = random.Chance(options.MalformedShare);
        // A start keeps its fields: shapes that name a process by id alone would lack them on all of its connections.
        var lacking = simulated is SimulatedProcessStart
            ? process
            : process.Without(random.Chance(options.MissingUser), random.Chance(options.MissingImage), random.Chance(options.MissingCommandLine));
        var altered = ReferenceEquals(lacking, process) && host.Skew == TimeSpan.Zero && !isMalformed ? simulated : simulated.Altered(lacking, host.Skew, isMalformed);
        return new EventFate(altered, delay, isDuplicate ? duplicate : null, isLate, !ReferenceEquals(lacking, process));
    }

    private ulong Identity(SimulatedEvent simulated)
    {
        var kind = simulated switch { SimulatedConnection c => (ulong)c.LocalPort, SimulatedProcessStart => 1UL << 20, SimulatedDnsRequest => 1UL << 21, SimulatedFileCreation => 3UL << 20, SimulatedScriptBlock => (3UL << 20) + 1, SimulatedLogMessage => (3UL << 20) + 2, _ => (3UL << 20) + 3 };
        var seed = new DeterministicRandom((uint)simulation.Seed ^ simulated.Process.Id).NextUInt64();
        return new DeterministicRandom(seed ^ (ulong)simulated.Occurred.UtcTicks ^ (kind << 42)).NextUInt64() ^ (ulong)simulated.Process.Host.Index;
    }

    private void Count(SimulatedEvent simulated, EventFate fate, ImperfectionCounts counts)
    {
        counts.Occurred++;
        if (fate.Event is not { } altered)
        {
            counts.Lost++;
            return;
        }

        counts.Delivered += fate.Duplicate is null ? 1 : 2;
        if (fate.Duplicate is not null) counts.Duplicates++;
        if (fate.IsLate) counts.Late++;
        else if (fate.Delay > TimeSpan.Zero) counts.Disordered++;
        if (altered.Occurred != simulated.Occurred) counts.Skewed++;
        if (fate.LacksField) counts.MissingFields++;
        if (altered.IsMalformed) counts.Malformed++;
    }
}
