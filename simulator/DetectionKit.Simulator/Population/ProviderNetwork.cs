using System.Buffers.Binary;
using System.Net;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Population;

/// <summary>A provider's network, by the allocation that the regional registries publish for it.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Kind">What the provider does.</param>
/// <param name="Network">An IPv4 network of its.</param>
/// <param name="Network6">An IPv6 network of its; null where none is used here.</param>
public sealed record ProviderNetwork(string Provider, DestinationKind Kind, IPNetwork Network, IPNetwork? Network6)
{
    /// <summary>Draws an IPv4 address of the network that may belong to a host.</summary>
    /// <param name="random">Where the choice comes from.</param>
    /// <returns>The address.</returns>
    public IPAddress Draw(DeterministicRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> bytes = stackalloc byte[4];
        Network.BaseAddress.TryWriteBytes(bytes, out _);
        var hostBits = 32 - Network.PrefixLength;
        var address = BinaryPrimitives.ReadUInt32BigEndian(bytes) | (uint)(random.NextUInt64() & ((1UL << hostBits) - 1));
        // The ends of a /24 are rarely given to hosts.
        if ((address & 0xFF) is 0 or 255) address ^= 0x10;
        BinaryPrimitives.WriteUInt32BigEndian(bytes, address);
        return new IPAddress(bytes);
    }

    /// <summary>Draws an IPv6 address of the network.</summary>
    /// <param name="random">Where the choice comes from.</param>
    /// <returns>The address, or null where the range has no IPv6 network.</returns>
    public IPAddress? Draw6(DeterministicRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (Network6 is not { } network) return null;
        Span<byte> bytes = stackalloc byte[16];
        network.BaseAddress.TryWriteBytes(bytes, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)random.Next(0x10000));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)random.Next(0x100));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[14..], (ushort)random.Between(1, 0xFFFF));
        return new IPAddress(bytes);
    }
}
