using System.Runtime.CompilerServices;

namespace DetectionKit.Benchmarks.Workload;

/// <summary>The IPv4 networks that the flagship excludes: 10/8, 127/8, 192.168/16, 169.254/16, 172.16/12.</summary>
internal static class InternalNetworks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Contains(uint address) =>
        address >> 24 is 10 or 127 || address >> 16 is 0xC0A8 or 0xA9FE || address >> 20 == 0xAC1;
}
