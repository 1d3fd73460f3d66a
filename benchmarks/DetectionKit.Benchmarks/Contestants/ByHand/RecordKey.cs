using System.Net;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>The key as most would write it: equality and hash are the compiler's.</summary>
internal readonly record struct RecordKey(string? Host, string? User, string? Image, string? CommandLine, IPAddress RemoteAddress) : IGroupingKey<RecordKey>
{
    public static RecordKey Of(NetworkConnection c) => new(c.Host, c.User, c.Image, c.CommandLine, c.RemoteAddress);

    public Beacon ToAlert(in GroupState state) => FlagshipRule.Beacon(Host, User, Image, CommandLine, RemoteAddress, state.Connections, state.Ports.Count);
}
