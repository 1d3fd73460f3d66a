using System.Runtime.CompilerServices;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>What a group counts.</summary>
internal struct GroupState
{
    internal int Connections;
    internal PortSet Ports;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int port)
    {
        Connections++;
        Ports.Add(port);
    }
}
