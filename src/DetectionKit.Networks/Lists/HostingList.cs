using System.Net;

namespace DetectionKit.Networks.Lists;

/// <summary>What is known of addresses at one time.</summary>
/// <param name="date">When it was made, where that is known.</param>
internal abstract class HostingList(DateOnly? date)
{
    internal static HostingList Empty { get; } = new MappedList(NetworkMap<HostingProvider>.Empty, null);

    internal DateOnly? Date { get; } = date;

    /// <summary>An address that is in it; null where it has none, or can't tell.</summary>
    internal virtual IPAddress? Example => null;

    internal abstract HostingProvider? Find(IPAddress address);
}
