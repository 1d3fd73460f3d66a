using System.Runtime.InteropServices;
using DetectionKit.Benchmarks.Measuring;
using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>The hand-written loop over coded columns: addresses as numbers, one verdict a distinct image, strings only in an alert.</summary>
internal sealed class HandOverCodes(ConnectionRows rows) : IContestant
{
    private uint[] _addresses = [];

    public string Name => "hand-coded";

    public void Prepare() => _addresses = Array.ConvertAll(rows.Addresses, code => rows.AddressTable[code]);

    public void Run(RunProbe probe)
    {
        var excluded = rows.ImageTable.Select(ExcludedImages.Contains).ToArray();
        var (times, hosts, users, images, commandLines, addresses, ports) =
            (rows.Times, rows.Hosts, rows.Users, rows.Images, rows.CommandLines, _addresses, rows.Ports);
        var open = new Dictionary<CodedKey, GroupState>();
        var end = long.MinValue;
        for (var row = 0; row < times.Length; row++)
        {
            if (excluded[images[row]] || InternalNetworks.Contains(addresses[row])) continue;
            if (times[row] >= end)
            {
                Flush(open, end, probe.Alerts);
                end = times[row] - (times[row] % TimeSpan.TicksPerHour) + TimeSpan.TicksPerHour;
            }

            var key = new CodedKey(hosts[row], users[row], images[row], commandLines[row], addresses[row]);
            CollectionsMarshal.GetValueRefOrAddDefault(open, key, out _).Add(ports[row]);
        }

        Flush(open, end, probe.Alerts);
    }

    private void Flush(Dictionary<CodedKey, GroupState> open, long end, AlertCollector alerts)
    {
        foreach (var (key, state) in open)
        {
            if (state.Connections < FlagshipRule.MinConnections) continue;
            alerts.Add(end - TimeSpan.TicksPerHour, FlagshipRule.Beacon(
                rows.HostTable[key.Host], rows.UserTable[key.User], rows.ImageTable[key.Image], rows.CommandLineTable[key.CommandLine],
                Destinations.ToAddress(key.Address), state.Connections, state.Ports.Count));
        }

        open.Clear();
    }
}
