using System.Net;
using System.Text.Json;
using DetectionKit.Benchmarks.Contestants.ByHand;
using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>
/// System.Text.Json with generated code over the bytes of each line, and LINQ: the filters as numbers and a comparison of suffixes, groups by <c>AggregateBy</c>, which keeps no events.
/// </summary>
internal sealed class JsonLinq(string path) : IContestant
{
    private readonly LineChunks _chunks = new(path, 0);

    public string Name => "stj-linq";

    public long? InputBytes => new FileInfo(path).Length;

    public void Run(RunProbe probe)
    {
        var groups = new Dictionary<Key, Group>();
        _chunks.Read((bytes, length) =>
        {
            var counted = Lines(bytes, length)
                .Where(line => line.Name == "NetworkConnectIP4")
                .Select(line => (Event: line, Address: IPAddress.Parse(line.RemoteAddressIP4)))
                .Where(line => !InternalAddress.Matches(line.Address) && !ExcludedImages.Contains(line.Event.ImageFileName))
                .AggregateBy(
                    line => new Key(line.Event.Timestamp / 3_600_000, line.Event.ComputerName, line.Event.UserName, line.Event.ImageFileName, line.Event.CommandLine, line.Address),
                    _ => new Group(),
                    (group, line) => group.Add(line.Event.RemotePort));
            foreach (var (key, group) in counted)
            {
                if (!groups.TryAdd(key, group)) groups[key].Add(group);
            }
        });
        foreach (var (key, group) in groups.Where(group => group.Value.Count >= FlagshipRule.MinConnections))
        {
            probe.Alerts.Add(
                DateTime.UnixEpoch.Ticks + (key.Hour * TimeSpan.TicksPerHour), FlagshipRule.Beacon(key.Host, key.User, key.Image, key.CommandLine, key.Address, group.Count, group.Ports.Count));
        }
    }

    private static IEnumerable<FalconEvent> Lines(byte[] bytes, int length)
    {
        for (int from = 0, to; from < length; from = to + 1)
        {
            to = from + bytes.AsSpan(from, length - from).IndexOf((byte)'\n');
            yield return JsonSerializer.Deserialize(bytes.AsSpan(from, to - from), FalconEventContext.Default.FalconEvent)!;
        }
    }

    private readonly record struct Key(long Hour, string Host, string User, string Image, string CommandLine, IPAddress Address);

    private sealed class Group
    {
        internal int Count { get; private set; }

        internal HashSet<int> Ports { get; } = [];

        internal Group Add(int port)
        {
            Count++;
            Ports.Add(port);
            return this;
        }

        internal void Add(Group other)
        {
            Count += other.Count;
            Ports.UnionWith(other.Ports);
        }
    }
}
