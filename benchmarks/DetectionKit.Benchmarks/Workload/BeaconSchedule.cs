namespace DetectionKit.Benchmarks.Workload;

/// <summary>What is there to be found: implants that call one address every 30 to 280 s, a tenth early or late, all day long.</summary>
internal sealed class BeaconSchedule
{
    private const int MostBeacons = 160;

    // 540 calls a beacon and day on average: a small workload has fewer beacons, so that ordinary connections stay nine in ten.
    private const int EventsPerBeacon = 6_000;
    private static readonly int[] s_portCounts = [1, 1, 1, 2, 2, 5];
    private readonly List<ConnectionRow> _calls = [];

    internal BeaconSchedule(int events, Population population, Destinations destinations, CommandLines commandLines, ref SplitMix64 random)
    {
        for (var beacon = 0; beacon < Math.Clamp(events / EventsPerBeacon, 1, MostBeacons); beacon++)
        {
            var host = random.Below(Population.Hosts);
            var process = WorkloadProcess.FirstImplanted + random.Below(WorkloadProcess.Implanted.Count);
            var call = new ConnectionRow(
                0, host, population.MainUser(host), process, commandLines.Variant(process, random.Below(CommandLines.Variants)),
                destinations.Public(random.Below(Destinations.PublicAddresses)), 0);
            var ports = random.OneOf<int>(s_portCounts);
            var interval = 1_000 * (30 + random.Below(250));
            for (long time = random.Below(interval); time < ConnectionRows.Duration; time += interval + random.Below(interval / 5) - (interval / 10))
            {
                _calls.Add(call with { Time = time, Port = ports == 1 ? 443 : 8_000 + random.Below(ports) });
            }
        }

        // The order compares more than the time, for List.Sort is not stable and ties must fall the same on every runtime.
        _calls.Sort();
        if (_calls.Count > events / 2) _calls.RemoveRange(events / 2, _calls.Count - (events / 2));
    }

    internal IReadOnlyList<ConnectionRow> Calls => _calls;
}
