using System.Net;

namespace DetectionKit.Networks.Lists;

/// <summary>A list in memory.</summary>
internal sealed class MappedList(NetworkMap<HostingProvider> networks, DateOnly? date) : HostingList(date)
{
    internal override IPAddress? Example => networks.Ranges.Select(range => range.Key.FirstAddress).FirstOrDefault();

    internal override HostingProvider? Find(IPAddress address) => networks.Find(address);
}
