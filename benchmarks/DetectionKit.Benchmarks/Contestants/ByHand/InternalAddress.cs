using System.Buffers.Binary;
using System.Net;
using System.Runtime.CompilerServices;
using DetectionKit.Benchmarks.Workload;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>
/// Whether an address object lies on an excluded network. <see cref="IPAddress.TryWriteBytes"/> is the fastest way to an address's number that is not deprecated (the property
/// Address is) and does not read private fields: it allocates nothing, and says by failing that the address is not IPv4.
/// </summary>
internal static class InternalAddress
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Matches(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[4];
        return address.TryWriteBytes(bytes, out _) ? InternalNetworks.Contains(BinaryPrimitives.ReadUInt32BigEndian(bytes)) : address.Equals(IPAddress.IPv6Loopback);
    }
}
