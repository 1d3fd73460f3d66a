namespace DetectionKit.Benchmarks.Workload;

/// <summary>
/// Generates a day of connections of 5,000 hosts: about a third to excluded networks, six in ten from excluded images, so that a quarter is counted; nearly all in groups of one
/// or two events; and beacons among them.
/// </summary>
internal static class ConnectionDay
{
    private const ulong Seed = 42;
    private static readonly int[] s_ports = [443, 443, 443, 443, 443, 443, 443, 443, 80, 80, 8080, 8443, 53, 22, 5223, 3478];

    internal static ConnectionRows Generate(int events)
    {
        var random = new SplitMix64(Seed);
        var population = new Population(ref random);
        var destinations = new Destinations(ref random);
        var commandLines = new CommandLines(ref random);
        var beacons = new BeaconSchedule(events, population, destinations, commandLines, ref random).Calls;
        var rows = new ConnectionRows(events)
        {
            HostTable = population.HostNames.Values,
            UserTable = population.UserNames.Values,
            ImageTable = [.. WorkloadProcess.All.Select(process => process.Image)],
            CommandLineTable = commandLines.Texts.Values,
            AddressTable = destinations.Addresses.Values,
        };
        var shares = new WeightedChoice([.. WorkloadProcess.All.Select(process => process.Share)], 4_096);
        var ordinary = events - beacons.Count;
        var (nextBeacon, nextOrdinary) = (0, 0);
        for (var row = 0; row < events; row++)
        {
            var time = ConnectionRows.Duration * nextOrdinary / ordinary;
            if (nextBeacon < beacons.Count && (beacons[nextBeacon].Time <= time || nextOrdinary == ordinary))
            {
                rows.Set(row, beacons[nextBeacon++]);
                continue;
            }

            rows.Set(row, Ordinary(time, shares.Draw(ref random), population, destinations, commandLines, ref random));
            nextOrdinary++;
        }

        return rows;
    }

    private static ConnectionRow Ordinary(
        long time, int process, Population population, Destinations destinations, CommandLines commandLines, ref SplitMix64 random)
    {
        var host = random.Below(Population.Hosts);
        return new(
            time,
            host,
            population.UserOf(host, WorkloadProcess.All[process].IsService, ref random),
            process,
            random.Below(64) == 0 ? commandLines.DrawUnique(ref random) : commandLines.Draw(host, process, ref random),
            random.Below(256) < 90 ? destinations.DrawInternal(ref random) : destinations.DrawPublic(process, ref random),
            random.OneOf<int>(s_ports));
    }
}
