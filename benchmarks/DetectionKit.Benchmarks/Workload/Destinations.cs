using System.Buffers.Binary;
using System.Net;

namespace DetectionKit.Benchmarks.Workload;

/// <summary>The addresses called: 20,000 public ones, a few of them by most (Zipf), and 4,000 on the excluded networks.</summary>
internal sealed class Destinations
{
    internal const int PublicAddresses = 20_000;
    private const int InternalAddresses = 4_000;

    // Each program has favourites of its own: the same ranking, begun elsewhere.
    private const int StepOfProcess = 613;
    private readonly int[] _public = new int[PublicAddresses];
    private readonly int[] _internal = new int[InternalAddresses];
    private readonly WeightedChoice _popularity = new(WeightedChoice.Zipf(PublicAddresses, 0.9), 65_536);

    internal Destinations(ref SplitMix64 random)
    {
        for (var i = 0; i < PublicAddresses; i++) _public[i] = Addresses.CodeOf(DrawPublic(ref random));
        for (var i = 0; i < InternalAddresses; i++) _internal[i] = Addresses.CodeOf(DrawInternal(i, ref random));
    }

    /// <summary>The addresses as numbers, the first octet highest.</summary>
    internal CodeTable<uint> Addresses { get; } = new();

    internal static IPAddress ToAddress(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return new(bytes);
    }

    internal int Public(int index) => _public[index];

    internal int DrawPublic(int process, ref SplitMix64 random) => _public[(_popularity.Draw(ref random) + (process * StepOfProcess)) % PublicAddresses];

    internal int DrawInternal(ref SplitMix64 random) => _internal[random.Below(InternalAddresses)];

    private static uint DrawPublic(ref SplitMix64 random)
    {
        while (true)
        {
            var address = (uint)random.Next();
            if (address >> 24 is > 0 and < 224 && !InternalNetworks.Contains(address)) return address;
        }
    }

    // Of 20: loopback 1, link-local 1, 192.168/16 4, 172.16/12 3, and 11 in the first 4 million addresses of 10/8.
    private static uint DrawInternal(int index, ref SplitMix64 random) => (index % 20) switch
    {
        0 => 0x7F00_0001,
        1 => 0xA9FE_0000 | (uint)random.Below(1 << 16),
        < 6 => 0xC0A8_0000 | (uint)random.Below(1 << 16),
        < 9 => 0xAC10_0000 | (uint)random.Below(1 << 20),
        _ => 0x0A00_0000 | (uint)random.Below(1 << 22),
    };
}
